using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Criteres;

/// <summary>Pages of bulletins found by their lines, where the first agents by name have the line, some of them, or none.</summary>
public sealed class PagesParLignesTests : IDisposable
{
    private const int Agents = 320;
    private readonly Entrepot _entrepot = new();
    private readonly List<(string Nom, string Matricule, int Lignes, decimal Montant)> _paye = [];

    public PagesParLignesTests()
    {
        var hasard = new Random(11);
        var volume = new EmployeurDeTest(_entrepot).Volume("m.xhl");
        foreach (var i in Enumerable.Range(0, Agents).OrderBy(_ => hasard.Next()))
        {
            // Names fold: É stands with E. Some agents share their name.
            var nom = $"{(i % 2 == 0 ? "É" : "e")}xemple {i / 3:000}";
            var primes = i < 230 ? 0 : 1 + i % 2;
            volume.Bulletin(Matricule(i), b =>
            {
                b.Traitement(1000 + i);
                for (var p = 0; p < primes; p++) b.Prime(10 + p);
            }, nom, net: i);
            _paye.Add((nom.Replace('É', 'e'), Matricule(i), primes, primes == 0 ? 0 : primes == 1 ? 10 : 21));
        }
    }

    public void Dispose() => _entrepot.Dispose();

    [Theory]
    [InlineData("rubrique==1000", 0)]
    [InlineData("rubrique==2000", 1)]
    [InlineData("rubrique==2000 et mois=2026-03", 1)]
    [InlineData("ligne(rubrique==2000 et montant>10)", 2)]
    [InlineData("rubrique==3000", 3)]
    public void ChaquePageSuitLOrdreDesAgents(string criteres, int lignes)
    {
        var attendus = _paye.Where(p => p.Lignes >= lignes).OrderBy(p => p.Nom, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Matricule, StringComparer.Ordinal).Select(p => p.Matricule).ToList();
        List<string> vus = [];
        for (var page = 1; page <= Math.Max(1, (attendus.Count + 49) / 50); page++)
        {
            var reponse = new RechercheQuestion(Sujet.Bulletins, criteres, "matricule,net", Page: page, TaillePage: 50).Executer(_entrepot.Connexion, Perimetre.Complet);
            Assert.Equal(attendus.Count, reponse.Totaux.Nombre);
            vus.AddRange(reponse.Rangees.Select(r => (string)r.Cellules[0]!));
        }

        Assert.Equal(attendus, vus);
    }

    [Fact]
    public void LesTotauxSontCeuxDesLignesTrouvees()
    {
        var page = new RechercheQuestion(Sujet.Bulletins, "rubrique==2000", "matricule,lignes_trouvees,montant_trouve,net", TaillePage: 50).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal((_paye.Sum(p => p.Lignes), _paye.Sum(p => p.Montant)), (page.Totaux.LignesTrouvees, page.Totaux.MontantTrouve!.Value.ToDecimal()));
        Assert.Equal(Convert.ToInt64(page.Totaux.Cellules[1], System.Globalization.CultureInfo.InvariantCulture), page.Totaux.LignesTrouvees);
        Assert.Equal(page.Totaux.MontantTrouve, page.Totaux.Cellules[2]);
        foreach (var rangee in page.Rangees)
            Assert.Equal(_paye.Single(p => p.Matricule == (string)rangee.Cellules[0]!).Lignes, Convert.ToInt32(rangee.Cellules[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Matricule(int i) => $"A{i:000}";
}
