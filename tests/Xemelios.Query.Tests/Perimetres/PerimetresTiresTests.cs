using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Criteres;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Mandats;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>Random rights over random data: what the SQL shows is what a look at each thing allows, no more and no less.</summary>
public sealed class PerimetresTiresTests
{
    private const int PerimetresParDossier = 120;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void LesRelationsVisiblesSontCellesDeLOracle(int graine)
    {
        using var dossier = new DossierTire(graine);
        var hasard = new Random(1000 + graine);
        var vus = new HashSet<string>();
        for (var i = 0; i < PerimetresParDossier; i++)
        {
            var perimetre = Tirer(hasard);
            var oracle = new OracleDePerimetre(dossier, perimetre);

            Egal(perimetre, dossier.Volumes.Where(oracle.VoitActif).Select(v => v.Contenu), Cles(dossier, perimetre, "SELECT contenu FROM volume_visible"), "volumes");
            Egal(perimetre, dossier.LesFlux.Where(oracle.Voit).Select(f => f.Contenu), Cles(dossier, perimetre, "SELECT contenu FROM flux_visible"), "flux");
            // What makes a piece visible goes through many relations: a third of the rights drawn is enough to look at it.
            if (i % 3 == 0)
                Egal(perimetre, dossier.Pieces.Where(oracle.Voit).Select(p => p.Id), Cles(dossier, perimetre, "SELECT id FROM piece_visible"), "pieces");
            foreach (var sorte in Sortes(dossier, oracle))
                vus.Add(sorte);
        }

        // The rights drawn were neither all too wide nor all too narrow.
        Assert.Equal(["aucun flux", "aucun volume", "aucune piece", "des flux", "des pieces", "des volumes"], vus.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void LesQuestionsMontrentLesBulletinsLesLignesEtLesMandatsDeLOracle()
    {
        using var dossier = new DossierTire(7);
        var hasard = new Random(77);
        for (var i = 0; i < 25; i++)
        {
            var perimetre = Tirer(hasard);
            var oracle = new OracleDePerimetre(dossier, perimetre);
            var bulletins = new RechercheQuestion(Sujet.Bulletins, "", "matricule", TaillePage: 500).Executer(dossier.Entrepot.Connexion, perimetre);
            var lignes = new RechercheQuestion(Sujet.Lignes, "", "matricule", TaillePage: 500).Executer(dossier.Entrepot.Connexion, perimetre);
            var mandats = new MandatsQuestion().Executer(dossier.Entrepot.Connexion, perimetre);
            var etats = new EtatsQuestion().Executer(dossier.Entrepot.Connexion, perimetre);

            Egal(perimetre, dossier.Bulletins.Where(b => oracle.VoitActif(b.Volume)).Select(b => b.Id), bulletins.Rangees.Select(r => int.Parse((string)r.Cellules[0]!)), "bulletins");
            Egal(perimetre, dossier.Lignes.Where(l => oracle.VoitActif(l.Volume)).Select(l => l.Bulletin * 10 + l.Position),
                lignes.Rangees.Select(r => int.Parse((string)r.Cellules[0]!) * 10 + r.Position!.Value), "lignes");
            Egal(perimetre, dossier.Mandats.Where(m => oracle.Voit(m.Flux)).Select(m => m.Id), mandats.Select(m => m.Id), "mandats");
            Egal(perimetre, dossier.Volumes.Where(oracle.VoitActif).Select(v => (v.Siret, v.Budget, v.Periode).GetHashCode()).Distinct(),
                etats.Select(e => (e.Siret, e.Budget!, e.Annee * 100 + e.Mois).GetHashCode()), "états");
        }
    }

    private static IEnumerable<string> Sortes(DossierTire dossier, OracleDePerimetre oracle) =>
        [dossier.Volumes.Exists(oracle.VoitActif) ? "des volumes" : "aucun volume", dossier.LesFlux.Exists(oracle.Voit) ? "des flux" : "aucun flux", dossier.Pieces.Exists(oracle.Voit) ? "des pieces" : "aucune piece"];

    private static List<int> Cles(DossierTire dossier, Perimetre perimetre, string sql) => new Requete(dossier.Entrepot.Connexion, perimetre, sql).Lire(r => r.Entier());

    private static void Egal(Perimetre perimetre, IEnumerable<int> attendus, IEnumerable<int> lus, string quoi)
    {
        var (a, b) = (attendus.Order().ToList(), lus.Order().ToList());
        Assert.True(a.SequenceEqual(b), $"{quoi} : [{string.Join(", ", perimetre.Budgets!)}] attendus {string.Join(' ', a)}, vus {string.Join(' ', b)}");
    }

    private static Perimetre Tirer(Random hasard) => Perimetre.Limite(Enumerable.Range(0, hasard.Next(5)).Select(_ => new BudgetPermis(
        Parmi(hasard, [.. DossierTire.Sirets, .. DossierTire.Sirets, "219900012", "269900015", "00000000000000"]), Parmi(hasard, [.. DossierTire.Budgets, "01", null, null]),
        Mois(hasard), Mois(hasard))));

    private static MoisDePaye? Mois(Random hasard) => hasard.Next(2) == 0 ? null : MoisDePaye.FromCle(Parmi(hasard, [.. DossierTire.Periodes, 202406, 202612]));

    private static T Parmi<T>(Random hasard, IReadOnlyList<T> valeurs) => valeurs[hasard.Next(valeurs.Count)];
}
