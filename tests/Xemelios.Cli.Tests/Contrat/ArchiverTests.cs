using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xemelios.Import.Tests;
using Xemelios.Samples;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary><c>archiver</c>: lists, counts, then moves; <c>--archives</c> reads what was moved, and nothing else does.</summary>
public sealed partial class ArchiverTests : IDisposable
{
    // Years that are past on whatever day the test runs.
    private const int Vieux = 2019;
    private readonly DossierDEssai _essai = new();
    private readonly Samples.MoisDePaye _mois = GenerateurDeMois.Simple(41, 5);

    private string Siret => _mois.Employeur.Siret;

    [Fact]
    public async Task ListerDitCeQuiEstDuEtPourquoiLeResteReste()
    {
        await Importer();
        var liste = await Archiver();
        Assert.Equal(0, liste.Code);
        Assert.Contains("arrêté du 3 août 2005", (string)liste.Json["regle"]!, StringComparison.Ordinal);
        var actifs = liste.Json["base_active"]!.AsArray().Select(e => ((int)e!["exercice"]!, (string)e["budget"]!, (bool)e["a_archiver"]!, (int)e["bulletins"]!, (int)e["mandats"]!)).ToList();
        Assert.Equal([(2019, "00", true, 10, 4), (2020, "00", false, 10, 4), (2021, "00", false, 10, 4)], actifs);
        Assert.Contains("2022", (string)liste.Json["base_active"]![1]!["raison"]!, StringComparison.Ordinal);
        Assert.Empty(liste.Json["archives"]!.AsArray());
    }

    [Fact]
    public async Task SimulerCompte_ConfirmerDeplace_LesArchivesDisentLaMemeChose()
    {
        await Importer();
        var avant = await Lectures();
        var compte = await Archiver("--siret", Siret, "--exercice", "2019", "--simuler");
        Assert.Equal((0, false, 10, 4), (compte.Code, (bool)compte.Json["archive"]!, (int)compte.Json["bulletins"]!, (int)compte.Json["mandats"]!));
        Assert.Equal(3, (await Etats()).Select(e => (int)e!["annee"]!).Distinct().Count());

        var fait = await Archiver("--siret", Siret, "--exercice", "2019", "--budget", "00", "--confirmer", "--motif", "fin de conservation");
        Assert.Equal((0, true, 10), (fait.Code, (bool)fait.Json["archive"]!, (int)fait.Json["bulletins"]!));

        Assert.DoesNotContain(await Etats(), e => (int)e!["annee"]! == Vieux);
        Assert.Equal(10, (await Commande.SurAsync(_essai.Donnees, "etat-liquidatif", "--siret", Siret, "--mois", "2019-01")).Code);
        Assert.Equal(avant, await Lectures("--archives"));
        var archive = Assert.Single((await Archiver()).Json["archives"]!.AsArray())!;
        Assert.Equal((Siret, 2019, 10, "fin de conservation"), ((string)archive["siret"]!, (int)archive["exercice"]!, (int)archive["bulletins"]!, (string)archive["motif"]!));
        Assert.True(File.Exists(Path.Combine(_essai.Donnees, "archives", (string)archive["fichier"]!)));
        var journal = await Commande.SurAsync(_essai.Donnees, "journal", "lister", "--nature", "Archivage");
        Assert.Contains("exercice=2019", journal.Sortie, StringComparison.Ordinal);
        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "verifier")).Code);
        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "reconstruire")).Code);
        Assert.Equal(avant, await Lectures("--archives"));
        Assert.DoesNotContain(await Etats(), e => (int)e!["annee"]! == Vieux);
    }

    [Fact]
    public async Task UneArchiveAlteree_LesCommandesLeDisentEtRepondent_VerifierLaNomme()
    {
        await Importer();
        await Archiver("--siret", Siret, "--exercice", "2019", "--confirmer", "--motif", "essai");
        var fichier = Directory.GetFiles(Path.Combine(_essai.Donnees, "archives"), "*.duckdb", SearchOption.AllDirectories).Single();
        File.SetAttributes(fichier, FileAttributes.Normal);
        await File.AppendAllTextAsync(fichier, "x");

        var etats = await Commande.SurAsync(_essai.Donnees, "etats", "--archives");
        Assert.Equal(0, etats.Code);
        Assert.Contains("ARC-0003", etats.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("2019", etats.Sortie, StringComparison.Ordinal);
        var verification = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.Equal(10, verification.Code);
        var archives = verification.Json["controles"]!.AsArray().Single(c => (string)c!["controle"]! == "archives")!;
        Assert.Contains("exercice 2019", (string)Assert.Single(archives["defauts"]!.AsArray())!, StringComparison.Ordinal);

        await Commande.SurAsync(_essai.Donnees, "reconstruire");
        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "verifier")).Code);
        Assert.Contains("2019", (await Commande.SurAsync(_essai.Donnees, "etats", "--archives")).Sortie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CeQuiNEstPasDuSeRefuse_ParUnePhraseCodee()
    {
        await Importer();
        var refus = await Archiver("--siret", Siret, "--exercice", "2020", "--confirmer", "--motif", "essai");
        Assert.Equal(10, refus.Code);
        Assert.StartsWith("ARC-0010", refus.Messages, StringComparison.Ordinal);
        Assert.Equal(10, (await Archiver("--siret", Siret, "--exercice", "1999", "--simuler")).Code);
        await Archiver("--siret", Siret, "--exercice", "2019", "--confirmer", "--motif", "essai");
        var suppression = await Commande.SurAsync(_essai.Donnees, "supprimer", "--type", "paye", "--siret", Siret, "--oui", "--motif", "essai");
        Assert.Equal(10, suppression.Code);
        Assert.StartsWith("ARC-0014", suppression.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--siret", "21990031300012", "--simuler")]
    [InlineData("--exercice", "2019", "--simuler")]
    [InlineData("--siret", "21990031300012", "--exercice", "2019")]
    [InlineData("--siret", "21990031300012", "--exercice", "2019", "--confirmer")]
    [InlineData("--siret", "21990031300012", "--exercice", "2019", "--confirmer", "--simuler", "--motif", "essai")]
    [InlineData("--simuler")]
    public async Task UneDemandeIncompleteEstUneFauteDeSyntaxe(params string[] options) =>
        Assert.Equal(25, (await Commande.ExecuterAsync(["archiver", .. options, "--donnees", _essai.Donnees])).Code);

    public void Dispose() => _essai.Dispose();

    private async Task Importer()
    {
        var numeros = new Numerotation();
        for (var annee = Vieux; annee < Vieux + 3; annee++)
        {
            var mois = Enumerable.Range(1, 2).Select(m => _mois with { Annee = annee, Mois = m }).ToList();
            foreach (var m in mois)
                _essai.Poser($"{annee}/{m.Mois}.xhl", EtatPublie.Creer(m).Xhl[0].Contenu);
            _essai.Poser($"{annee}.xml", PesWriter.Octets(new PesAllerFictif(_mois.Employeur, "00", new DateOnly(annee, 1, 20), $"{annee}.xml")
            {
                Bordereaux = mois.ConvertAll(m => GenerateurDeMandats.Bordereau(m, EtatPublie.Creer(m).ParNature, numeros)),
            }));
        }

        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "importer", _essai.Depot)).Code);
    }

    /// <summary>What every command that reads answers on the old exercice.</summary>
    private async Task<List<string>> Lectures(params string[] archives)
    {
        string[] mois = ["--siret", Siret, "--mois", "2019-02"];
        var matricule = _mois.Bulletins[0].Agent.Matricule;
        var lectures = new List<string>();
        foreach (var commande in (string[][])
        [
            ["etats"], ["etat-liquidatif", .. mois, "--par", "nature,rubrique,agent"], ["rapprocher", .. mois], ["justificatifs", .. mois], ["justificatifs-attendus", .. mois],
            ["heures-supplementaires", .. mois], ["bulletin", .. mois, "--matricule", matricule], ["chercher", matricule], ["chercher", "--critere", "net>0"], ["lignes", "--critere", "montant>0"],
            ["repartition", "--critere", ""], ["comparer", .. mois, "--avec", "2019-01"], ["mandats", "--siret", Siret, "--exercice", "2019"], ["passage", "proposer", "--siret", Siret],
        ])
        {
            var reponse = await Commande.SurAsync(_essai.Donnees, [.. commande, .. archives]);
            lectures.Add($"{commande[0]} {reponse.Code} {Duree().Replace(reponse.Sortie, "")}");
        }

        Assert.All(lectures.Take(13), l => Assert.Contains(" 0 ", l, StringComparison.Ordinal));
        return lectures;
    }

    private async Task<JsonArray> Etats() => (await Commande.SurAsync(_essai.Donnees, "etats")).Json.AsArray();

    private Task<Resultat> Archiver(params string[] options) => Commande.SurAsync(_essai.Donnees, ["archiver", .. options]);

    [GeneratedRegex("\"duree_ms\":\\s*\\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Duree();
}
