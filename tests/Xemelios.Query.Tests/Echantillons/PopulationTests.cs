using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;
using Xemelios.Query.Echantillons;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Recherches;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Echantillons;

/// <summary>What can be drawn of an état: its bulletins, for their gross pay or for the lines that are asked for.</summary>
public sealed class PopulationTests : IDisposable
{
    private const string Siret = "21990001200019";
    private static readonly DemandeDEtat Mars = new(Siret, new(2026, 3), "00");
    private readonly Entrepot _entrepot = new();

    public PopulationTests()
    {
        var commune = new EmployeurDeTest(_entrepot, Siret);
        commune.Volume("a-02.xhl", 202602, "00").Bulletin("000001", b => b.Traitement(9_000));
        commune.Volume("a-03.xhl", 202603, "00")
            .Bulletin("000001", b => b.Traitement(1_000).Prime(50).Prime(25.10m), service: "Voirie")
            .Bulletin("000002", b => b.Traitement(2_000).Evenement("01", "Entrée"), service: "Accueil")
            .Bulletin("000003", b => b.Traitement(500).Prime(-75), service: null)
            .Bulletin("000004", b => b.Urssaf(10));
        commune.Volume("b-03.xhl", 202603, "01").Bulletin("000009", b => b.Traitement(7_000));
    }

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void SansCriteresChaqueBulletinDeLEtatVautSonBrut() => Assert.Equal(
        [("000001", 107_510L), ("000002", 200_000), ("000003", 42_500), ("000004", 0)], Poser(new(Mars, "")).Select(b => (b.Matricule!, b.Montant.Centimes)));

    [Fact]
    public void DesLignesDemandeesLeBulletinVautLeurSomme() => Assert.Equal(
        [("000001", 7_510L), ("000003", -7_500)], Poser(new(Mars, "rubrique=2000")).Select(b => (b.Matricule!, b.Montant.Centimes)));

    [Fact]
    public void LaPopulationALesBulletinsEtLeTotalDeLaRecherche()
    {
        var population = Poser(new(Mars, "ligne(rubrique=2000 et montant>0)"));
        var recherche = new RechercheQuestion(Sujet.Bulletins, $"siret={Siret} et mois=2026-03 et budget=00 et ligne(rubrique=2000 et montant>0)").Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal((recherche.Totaux.Nombre, recherche.Totaux.MontantTrouve!.Value.Centimes), (population.Count, population.Sum(b => b.Montant.Centimes)));
    }

    [Fact]
    public void CeQuiEstToujoursVuEtSaStrateSontDits() => Assert.Equal(
        [("000001", "Voirie", false), ("000002", "Accueil", true), ("000003", "", false), ("000004", "Accueil", false)],
        Poser(new(Mars, "", "tous_evenements", "service")).Select(b => (b.Matricule!, b.Strate, b.Toujours)));

    [Fact]
    public void UneColonneQuiNeSeGroupePasNeFaitPasDeStrates() =>
        Assert.Throws<CritereInconnuException>(() => Poser(new(Mars, "", null, "net")));

    [Fact]
    public void HorsDuPerimetreIlNYARienATirer() =>
        Assert.Empty(new PopulationQuestion(Mars, "").Executer(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis(Siret, "01")])));

    private IReadOnlyList<BulletinATirer> Poser(PopulationQuestion question) =>
        [.. question.Executer(_entrepot.Connexion, Perimetre.Complet).OrderBy(b => b.Matricule, StringComparer.Ordinal)];
}
