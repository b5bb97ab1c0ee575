using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Comparaisons;

/// <summary>Two seeded months, set against a comparison made apart in plain C#.</summary>
public sealed class ComparaisonsAleatoiresTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void LaComparaisonEstCelleQuOnFaitALaMain(int graine)
    {
        using var entrepot = new Entrepot();
        var commune = new EmployeurDeTest(entrepot);
        var hasard = new Random(graine);
        var avant = Semer(commune, hasard, 202602);
        var apres = Semer(commune, hasard, 202603);

        var lue = new ComparerQuestion(new DemandeDeComparaison(commune.Siret, new MoisDePaye(2026, 3), new MoisDePaye(2026, 2)))
            .Executer(entrepot.Connexion, Perimetre.Complet);

        var (anciens, actuels) = (Matricules(avant), Matricules(apres));
        Assert.Equal(actuels.Except(anciens).Order(), lue.Entrants.Select(a => a.Matricule!).Order());
        Assert.Equal(anciens.Except(actuels).Order(), lue.Sortants.Select(a => a.Matricule!).Order());
        Assert.Equal((Brut(avant), Brut(apres)), (lue.Totaux.BrutAvant.ToDecimal(), lue.Totaux.BrutApres.ToDecimal()));
        var restes = anciens.Intersect(actuels).ToHashSet();
        Assert.Equal(Rubriques(avant, apres, restes).Order(), lue.Lignes.Select(l => $"{l.Matricule} {l.Code} {l.Avant} {l.Apres}").Order());
        Assert.Equal(Indices(avant, apres, restes).Order(),
            lue.Variations.Where(v => v.Sorte == SorteDeChangement.Indice).Select(v => $"{v.Matricule} {v.Avant} {v.Apres}").Order());
        // The gross of those who stay moves by what their rubriques move, to the cent.
        var ecart = lue.Lignes.Sum(l => (l.Apres ?? Montant.Zero).ToDecimal() - (l.Avant ?? Montant.Zero).ToDecimal());
        var bruts = lue.Variations.Where(v => v.Sorte == SorteDeChangement.Brut).Sum(v => Lire(v.Apres) - Lire(v.Avant));
        Assert.Equal(ecart, bruts);
    }

    private static List<Ligne> Semer(EmployeurDeTest commune, Random hasard, int periode)
    {
        var lignes = new List<Ligne>();
        foreach (var volume in Enumerable.Range(1, 3))
        {
            var fichier = commune.Volume($"{periode}-{volume}.xhl", periode, budget: volume == 3 ? "01" : "00", numero: volume);
            for (var rang = 0; rang < 12; rang++)
            {
                var matricule = $"{hasard.Next(20):00}";
                var indice = 390 + hasard.Next(3);
                var siennes = Enumerable.Range(0, hasard.Next(1, 5)).Select(_ => new Ligne(matricule, indice, $"{1000 * hasard.Next(1, 5)}", hasard.Next(-2, 6) * 10.01m)).ToList();
                fichier.Paye(matricule, b => siennes.ForEach(l => b.Ligne(CategorieDeLigne.Indemnite, l.Code, l.Montant)), new Situation { Indice = indice });
                lignes.AddRange(siennes);
            }
        }

        return lignes;
    }

    private static List<string> Matricules(List<Ligne> lignes) => [.. lignes.Select(l => l.Matricule).Distinct()];

    private static decimal Brut(List<Ligne> lignes) => lignes.Sum(l => l.Montant);

    private static IEnumerable<string> Rubriques(List<Ligne> avant, List<Ligne> apres, HashSet<string> restes) =>
        from cle in avant.Concat(apres).Where(l => restes.Contains(l.Matricule)).Select(l => (l.Matricule, l.Code)).Distinct()
        let x = Somme(avant, cle)
        let y = Somme(apres, cle)
        where x != y
        select $"{cle.Matricule} {cle.Code} {Ecrire(x)} {Ecrire(y)}";

    private static IEnumerable<string> Indices(List<Ligne> avant, List<Ligne> apres, HashSet<string> restes) =>
        from matricule in restes
        let x = Valeurs(avant, matricule)
        let y = Valeurs(apres, matricule)
        where x != y
        select $"{matricule} {x} {y}";

    private static string Valeurs(List<Ligne> lignes, string matricule) =>
        string.Join(" / ", lignes.Where(l => l.Matricule == matricule).Select(l => l.Indice).Distinct().Order());

    private static decimal? Somme(List<Ligne> lignes, (string Matricule, string Code) cle)
    {
        var siennes = lignes.Where(l => (l.Matricule, l.Code) == cle && l.Montant != 0).ToList();
        return siennes.Count == 0 ? null : siennes.Sum(l => l.Montant);
    }

    private static string Ecrire(decimal? montant) => montant?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static decimal Lire(string? texte) => decimal.Parse(texte!, CultureInfo.InvariantCulture);

    private sealed record Ligne(string Matricule, int Indice, string Code, decimal Montant);
}
