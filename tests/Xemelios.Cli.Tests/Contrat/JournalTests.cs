using Xemelios.Domain.Habilitations;
using Xemelios.Import.Tests;
using Xemelios.Store.Gestion.Journaux;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>Commands that open pay data are in the journal; <c>journal</c> reads, seals, verifies and purges it.</summary>
public sealed class JournalTests : IDisposable
{
    private const string Siret = "21990001600011";

    private readonly DossierDEssai _essai = new();

    public void Dispose() => _essai.Dispose();

    [Fact]
    public void ChaqueCommandeQuiOuvreDesPayesSEcritUneFois()
    {
        Sur("importer", JeuDEssai.Chemin("commune", "2026-03"));
        Sur("etats", "--siret", Siret);
        Sur("chercher", "LEFEBVRE");
        Sur("lignes", "--critere", "nom=LEFEBVRE", "--mois", "2026-03");
        Sur("bulletin", "--siret", Siret, "--mois", "2026-03", "--matricule", "000001");
        Sur("journal", "tete");

        var entrees = _essai.Entrepot.Journal.Lire(new()).Entrees.Reverse().ToList();
        Assert.Equal([NatureDActe.Import, NatureDActe.Consultation, NatureDActe.Recherche, NatureDActe.Recherche, NatureDActe.Consultation], entrees.Select(e => e.Acte.Nature));
        Assert.Equal(["xemelios importer", "xemelios etats", "xemelios chercher", "xemelios lignes", "xemelios bulletin"], entrees.Select(e => e.Acte.Objet));
        Assert.All(entrees, e => Assert.Equal((Environment.UserName, "ligne de commande"), (e.Acte.Utilisateur, e.Acte.Depuis)));
        Assert.Equal((Siret, "000001", "mois=2026-03"), (entrees[4].Acte.Siret, entrees[4].Acte.Matricule, entrees[4].Acte.Cles));
        Assert.Equal("chemins=1", entrees[0].Acte.Cles);
        Assert.Matches("^mois=2026-03;options=critere;q=#[0-9a-f]{16}$", entrees[3].Acte.Cles);
        Assert.DoesNotContain(entrees, e => e.Acte.ToString().Contains("LEFEBVRE", StringComparison.Ordinal));
    }

    [Fact]
    public void ListerEtAccesDisentQuiAOuvertQuoi()
    {
        Sur("bulletin", "--siret", Siret, "--mois", "2026-03", "--matricule", "000001");
        Sur("lignes", "--critere", "");
        var liste = Sur("journal", "lister", "--siret", Siret, "--nature", "Consultation").Json;
        // Reading the journal is in the journal too.
        Assert.Equal(["xemelios journal lister", "xemelios bulletin"], liste["entrees"]!.AsArray().Select(e => (string)e!["acte"]!["objet"]!));

        var acces = Sur("journal", "acces", "--siret", Siret, "--matricule", "000001").Json;
        Assert.Contains("a consulté un bulletin de paye, depuis la ligne de commande [mois=2026-03].", (string)Assert.Single(acces["consultations"]!.AsArray())!["phrase"]!, StringComparison.Ordinal);
        Assert.Contains("a fait une recherche", (string)Assert.Single(acces["pu_voir"]!.AsArray())!["phrase"]!, StringComparison.Ordinal);

        var csv = Path.Combine(_essai.Depot, "journal.csv");
        Assert.Equal(0, Sur("journal", "lister", "-o", csv, "--format", "csv").Code);
        Assert.Contains("xemelios bulletin", File.ReadAllText(csv), StringComparison.Ordinal);
    }

    [Fact]
    public void UneTeteGardeeAilleursFaitTrouverUneFinCoupee()
    {
        for (var i = 0; i < 5; i++)
            Sur("etats");
        var tete = (string)Sur("journal", "tete").Json[0]!["empreinte"]!;
        var fichier = Path.Combine(_essai.Depot, "tete.txt");
        File.WriteAllText(fichier, $"{_essai.Entrepot.Journal.Tetes()[^1]}\n");
        Assert.Contains(tete, File.ReadAllText(fichier), StringComparison.Ordinal);
        Assert.Equal(0, Sur("journal", "verifier", "--tete", fichier).Code);
        Sur("etats");
        Assert.Equal(0, Sur("journal", "verifier", "--tete", fichier).Code);

        File.WriteAllText(fichier, $"{_essai.Entrepot.Journal.Tetes()[^1] with { Rang = 40 }}\n");
        var faute = Assert.Single(Sur("journal", "verifier", "--tete", fichier).Json["fautes"]!.AsArray())!;
        Assert.Equal(("coupee", 7, 40), ((string)faute["nature"]!, (int)faute["rang"]!, (int)faute["jusqu_a"]!));
        Assert.Equal(10, Sur("journal", "verifier", "--tete", fichier).Code);
        Assert.Equal(10, Sur("journal", "verifier", "--tete", Path.Combine(_essai.Depot, "absent.txt")).Code);
    }

    [Fact]
    public void PurgerRefuseCeQuiEstTropRecent()
    {
        Sur("etats");
        Assert.Equal((0, 0), (Sur("journal", "purger", "--simuler").Code, (int)Sur("journal", "purger", "--simuler").Json["nombre"]!));
        var refus = Sur("journal", "purger", "--avant", "2999-01-01");
        Assert.Equal(10, refus.Code);
        Assert.Contains("Le journal se garde un an", refus.Messages, StringComparison.Ordinal);
        Assert.Equal(3, (int)Sur("journal", "conservation", "--annees", "3").Json["annees"]!);
    }

    [Fact]
    public async Task UneDureeImpossibleEstUneFauteDeSyntaxe() =>
        Assert.Equal(25, (await Commande.SurAsync(_essai.Donnees, "journal", "conservation", "--annees", "0")).Code);

    [Fact]
    public void VerifierExamineAussiLeJournal()
    {
        Sur("etats");
        Assert.Contains(Sur("verifier").Json["controles"]!.AsArray(), c => (string)c!["controle"]! == "journal" && (int)c["examines"]! == 1 && c["defauts"]!.AsArray().Count == 0);
    }

    [Fact]
    public void SansJournalUneCommandeNeRepondRien()
    {
        Directory.CreateDirectory(_essai.Donnees);
        _ = _essai.Entrepot;
        using (var connexion = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_essai.Donnees, "gestion.db")};Pooling=False"))
        {
            connexion.Open();
            using var commande = connexion.CreateCommand();
            commande.CommandText = "CREATE TABLE journal (rang INTEGER)";
            commande.ExecuteNonQuery();
        }

        var resultat = Sur("etats");
        Assert.Equal((10, ""), (resultat.Code, resultat.Sortie));
        Assert.Contains(new JournalIndisponibleException().Message, resultat.Messages, StringComparison.Ordinal);
    }

    private Resultat Sur(params string[] arguments) => Commande.Sur(_essai.Entrepot, arguments);
}
