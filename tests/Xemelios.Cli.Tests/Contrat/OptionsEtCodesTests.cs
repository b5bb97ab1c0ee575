using Xemelios.Import.Tests;
using Xemelios.Samples;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>Options, exit codes and streams of the contract.</summary>
public sealed class OptionsEtCodesTests : IDisposable
{
    private static readonly string[] Mars = ["--siret", "21990001600011", "--mois", "2026-03"];
    private readonly DossierDEssai _essai = new();

    [Theory]
    [InlineData("etats", "--inconnue")]
    [InlineData("commande-inconnue")]
    [InlineData]
    [InlineData("importer")]
    [InlineData("rapprocher", "--siret", "21990001600011")]
    [InlineData("rapprocher", "--mois", "2026-03")]
    [InlineData("rapprocher", "--siret", "21990001600011", "--mois", "2026-13")]
    [InlineData("rapprocher", "--siret", "21990001600011", "--mois", "mars")]
    [InlineData("etats", "--mois", "2026-3-1")]
    [InlineData("bulletin", "--siret", "21990001600011", "--mois", "2026-03")]
    [InlineData("mandats", "--siret", "21990001600011")]
    [InlineData("mandats", "--siret", "21990001600011", "--exercice", "deux mille")]
    [InlineData("etat-liquidatif", "--siret", "21990001600011", "--mois", "2026-03", "--par", "couleur")]
    public async Task UneLigneFausseDonne25EtLUsageSurLErreurStandard(params string[] arguments)
    {
        var resultat = await Commande.ExecuterAsync(arguments);
        Assert.Equal((25, ""), (resultat.Code, resultat.Sortie));
        Assert.Contains("xemelios", resultat.Messages, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task UnDossierInconnuDonne10EtNEstPasCree()
    {
        var resultat = await Commande.SurAsync(_essai.Donnees, "etats");
        Assert.Equal((10, ""), (resultat.Code, resultat.Sortie));
        Assert.Contains("n'existe pas", resultat.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_essai.Donnees));
    }

    [Fact]
    public async Task UnEtatInconnuDonne10EtRienSurLaSortieStandard()
    {
        await Commande.SurAsync(_essai.Donnees, "importer", Cas("standard"));
        var resultat = await Commande.SurAsync(_essai.Donnees, ["rapprocher", .. Mars]);
        Assert.Equal((10, ""), (resultat.Code, resultat.Sortie));
        Assert.NotEqual("", resultat.Messages);
    }

    [Fact]
    public async Task UnImportSansReserveDonne0() =>
        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "importer", JeuDEssai.Chemin("hopital"))).Code);

    [Fact]
    public async Task DesAnomaliesDonnent5()
    {
        var resultat = await Commande.SurAsync(_essai.Donnees, "importer", Directory.GetFiles(Cas("d18-brut-absent"), "*.xhl")[0]);
        Assert.Equal(5, resultat.Code);
        Assert.Equal(1, (int)resultat.Json["totaux"]!["importes"]!);
    }

    [Fact]
    public async Task UnFichierRefuseDonne10EtLesAutresSontImportes()
    {
        var mauvais = _essai.Poser("tronque.xhl", XhlHostiles.Tronque(await File.ReadAllBytesAsync(Directory.GetFiles(Cas("utf8"), "*.xhl")[0])));
        var resultat = await Commande.SurAsync(_essai.Donnees, "importer", mauvais, Directory.GetFiles(Cas("standard"), "*.xhl")[0]);
        Assert.Equal(10, resultat.Code);
        var fichiers = resultat.Json["fichiers"]!.AsArray();
        Assert.Equal(["rejete", "importe"], fichiers.Select(f => (string)f!["etat"]!));
        Assert.NotEmpty(fichiers[0]!["anomalies"]!.AsArray());
    }

    [Fact]
    public async Task LeBudgetDonneNeVaQuAuxFichiersQuiNEnNommentAucun()
    {
        var chemins = new[] { Cas("d12-sans-budget"), Cas("standard") }.Select(c => Directory.GetFiles(c, "*.xhl")[0]);

        var resultat = await Commande.SurAsync(_essai.Donnees, ["importer", "--budget", "07", .. chemins]);

        var codes = resultat.Json["fichiers"]!.AsArray().Select(f => f!["anomalies"]!.AsArray().Count(a => (string)a!["code"]! == "XHL-0053"));
        Assert.Equal([1, 0], codes);
        var budgets = (await Commande.SurAsync(_essai.Donnees, "etats")).Json.AsArray().Select(e => (string?)e!["budget"]);
        Assert.Equal(["00", "07"], budgets.Order(StringComparer.Ordinal));
        Assert.Equal(25, (await Commande.SurAsync(_essai.Donnees, ["importer", "--budget", " ", .. chemins])).Code);
    }

    [Fact]
    public async Task UnCheminAbsentEstRejeteSansRienArreter()
    {
        var resultat = await Commande.SurAsync(_essai.Donnees, "importer", "absent.xhl", Directory.GetFiles(Cas("standard"), "*.xhl")[0]);
        Assert.Equal(10, resultat.Code);
        Assert.Equal((1, 1), ((int)resultat.Json["totaux"]!["rejetes"]!, (int)resultat.Json["totaux"]!["importes"]!));
    }

    [Fact]
    public async Task ImporterDeNouveauNImporteRien()
    {
        await Commande.SurAsync(_essai.Donnees, ["importer", .. JeuDEssai.Livraisons]);
        var avant = (await Commande.SurAsync(_essai.Donnees, "verifier")).Json;
        var resultat = await Commande.SurAsync(_essai.Donnees, ["importer", .. JeuDEssai.Livraisons]);
        Assert.Equal((0, 0, 0, 0), (resultat.Code, (int)resultat.Json["totaux"]!["importes"]!, (int)resultat.Json["totaux"]!["rejetes"]!, (int)resultat.Json["totaux"]!["bulletins"]!));
        Assert.Equal((int)resultat.Json["totaux"]!["fichiers"]!, (int)resultat.Json["totaux"]!["deja_importes"]!);
        var apres = (await Commande.SurAsync(_essai.Donnees, "verifier")).Json;
        Assert.Equal((string)avant["empreinte_logique"]!, (string)apres["empreinte_logique"]!);
    }

    [Fact]
    public async Task LeBudgetEtLeTrainSontFacultatifsQuandIlNYEnAQuUn()
    {
        await Commande.SurAsync(_essai.Donnees, "importer", JeuDEssai.Chemin("commune"));
        var sans = await Commande.SurAsync(_essai.Donnees, "rapprocher", "--siret", "21990001600011", "--mois", "2026-02");
        var avec = await Commande.SurAsync(_essai.Donnees, "rapprocher", "--siret", "21990001600011", "--mois", "2026-02", "--budget", "00");
        Assert.Equal((0, sans.Sortie), (avec.Code, avec.Sortie));
    }

    [Fact]
    public async Task SansTrainTousLesTrainsDuMoisSontEnsemble()
    {
        await Commande.SurAsync(_essai.Donnees, "importer", JeuDEssai.Chemin("commune"));
        var tous = (await Commande.SurAsync(_essai.Donnees, ["rapprocher", .. Mars])).Json["etat"]!;
        var elus = (await Commande.SurAsync(_essai.Donnees, ["rapprocher", .. Mars, "--train", "ELUS"])).Json["etat"]!;
        Assert.Equal((312, 5083, "727594.99"), ((int)tous["bulletins"]!, (int)tous["lignes"]!, (string)tous["brut"]!));
        Assert.Equal((12, 75, "8262.84", "ELUS"), ((int)elus["bulletins"]!, (int)elus["lignes"]!, (string)elus["brut"]!, (string)elus["train"]!));
    }

    [Fact]
    public async Task LaProgressionVaSurLErreurStandard()
    {
        var resultat = await Commande.SurAsync(_essai.Donnees, "importer", Cas("standard"));
        Assert.StartsWith("{", resultat.Sortie, StringComparison.Ordinal);
        Assert.NotNull(resultat.Json);
        Assert.NotEqual("", resultat.Messages);
    }

    [Fact]
    public async Task SansJsonLaReponseEstUnTexteEnFrancais()
    {
        await Commande.SurAsync(_essai.Donnees, "importer", Cas("standard"));
        var resultat = await Commande.ExecuterAsync("etats", "--donnees", _essai.Donnees);
        Assert.Equal(0, resultat.Code);
        Assert.DoesNotContain("{", resultat.Sortie, StringComparison.Ordinal);
        Assert.Contains("Commune fictive", resultat.Sortie, StringComparison.Ordinal);
    }

    public void Dispose() => _essai.Dispose();

    private static string Cas(string code) => JeuDEssai.Chemin("cas", code);
}
