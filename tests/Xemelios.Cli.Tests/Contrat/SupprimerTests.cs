using System.Text.Json.Nodes;
using Xemelios.Import.Tests;
using Xemelios.Samples;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary><c>supprimer</c>: counted first, done when it is confirmed with a reason, whatever interrupts it.</summary>
public sealed class SupprimerTests : IDisposable
{
    private readonly DossierDEssai _essai = new();
    private readonly EtatPublie _etat = EtatPublie.Creer(GenerateurDeMois.Simple(31, 6));

    private string Siret => _etat.Mois.Employeur.Siret;

    [Fact]
    public async Task SimulerCompteEtNeSupprimeRien()
    {
        await Importer();
        var compte = await Supprimer("--type", "paye", "--siret", Siret, "--annee", "2026", "--mois", "3", "--simuler");
        Assert.Equal((0, false, 1, 6), (compte.Code, (bool)compte.Json["supprime"]!, (int)compte.Json["fichiers"]!, (int)compte.Json["bulletins"]!));
        Assert.Equal("2026-03", (string)Assert.Single(compte.Json["mois"]!.AsArray())!);
        Assert.Equal(_etat.Attendu.Lignes, (int)compte.Json["lignes"]!);
        Assert.Equal(6, (int)Assert.Single(await Etats())!["bulletins"]!);
    }

    [Fact]
    public async Task ConfirmeeElleSurvitALaReconstruction_EtLesMemesOctetsReviennentQuandOnLesReimporte()
    {
        await Importer();
        var faite = await Supprimer("--type", "paye", "--siret", Siret, "--budget", "00", "--motif", "versement en double", "--oui");
        Assert.Equal((0, true), (faite.Code, (bool)faite.Json["supprime"]!));
        Assert.Empty(await Etats());
        Assert.Empty(Directory.GetFiles(Path.Combine(_essai.Donnees, "originaux"), "*", SearchOption.AllDirectories));
        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "verifier")).Code);
        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "reconstruire")).Code);
        Assert.Empty(await Etats());
        Assert.Equal(10, (await Supprimer("--type", "paye", "--siret", Siret, "--simuler")).Code);
        await Importer();
        Assert.Single(await Etats());
        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "verifier")).Code);
    }

    [Fact]
    public async Task ParFichierElleDitCeQuiReste()
    {
        await Importer();
        _essai.Poser("lot.zip", ZipFictif.Creer([_etat.Xhl[0], .. EtatPublie.Creer(GenerateurDeMois.Simple(32, 6)).Xhl]));
        await Importer();
        var compte = await Supprimer("--type", "paye", "--siret", Siret, "--simuler");
        Assert.Equal((1, 1), ((int)compte.Json["fichiers"]!, (int)compte.Json["fichiers_gardes"]!));
        Assert.Contains("1 fichier reçu reste", (string)compte.Json["phrase"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--type", "paye", "--simuler")]
    [InlineData("--siret", "21990031300012", "--simuler")]
    [InlineData("--type", "paye", "--siret", "21990031300012")]
    [InlineData("--type", "paye", "--siret", "21990031300012", "--oui")]
    [InlineData("--type", "paye", "--siret", "21990031300012", "--mois", "3", "--simuler")]
    [InlineData("--type", "paye", "--siret", "21990031300012", "--fichier", "ab", "--simuler")]
    public async Task UneDemandeIncompleteEstUneLigneDeCommandeFausse(params string[] options) =>
        Assert.Equal(25, (await Supprimer(options)).Code);

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(250)]
    public async Task TueeAuMilieu_ElleAEuLieuOuN_APasEuLieu(int attenteEnMs)
    {
        await Importer();
        _essai.Poser("autre.xhl", EtatPublie.Creer(GenerateurDeMois.Simple(32, 6)).Xhl[0].Contenu);
        await Importer();
        using (var processus = Programme.Demarrer(_essai.Depot, _essai.Donnees, "supprimer", "--type", "paye", "--siret", Siret, "--motif", "essai", "--oui"))
        {
            await Task.Delay(attenteEnMs);
            processus.Kill();
            await processus.WaitForExitAsync();
        }

        var etats = await Etats();
        var originaux = Directory.GetFiles(Path.Combine(_essai.Donnees, "originaux"), "*", SearchOption.AllDirectories).Length;
        Assert.InRange(etats.Count, 1, 2);
        Assert.Equal(etats.Count, originaux);
        var verification = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.True(verification.Code == 0, verification.Sortie);
    }

    public void Dispose() => _essai.Dispose();

    private async Task Importer()
    {
        if (!Directory.EnumerateFileSystemEntries(_essai.Depot).Any())
            _essai.Poser("paye.xhl", _etat.Xhl[0].Contenu);
        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "importer", _essai.Depot)).Code);
    }

    private Task<Resultat> Supprimer(params string[] options) => Commande.SurAsync(_essai.Donnees, ["supprimer", .. options]);

    private async Task<JsonArray> Etats() => (await Commande.SurAsync(_essai.Donnees, "etats")).Json.AsArray();
}
