using System.Text.RegularExpressions;
using Xemelios.Web.Pages.Accessibilite;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Pages;

public sealed class GrilleRgaaTests
{
    /// <summary>Criteria of each theme in RGAA 4.1: 106 in all.</summary>
    private static readonly int[] ParTheme = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

    [Fact]
    public void LaGrilleALes106CriteresDansLOrdre()
    {
        Assert.Equal(ParTheme.SelectMany((nombre, theme) => Enumerable.Range(1, nombre).Select(rang => $"{theme + 1}.{rang}")), GrilleRgaa.Criteres.Select(c => c.Numero));
        Assert.Equal((106, 13), (GrilleRgaa.Criteres.Count, GrilleRgaa.Themes.Count));
        Assert.All(GrilleRgaa.Criteres, c => Assert.False(string.IsNullOrWhiteSpace(c.Objet) || string.IsNullOrWhiteSpace(c.Preuve), c.Numero));
    }

    [Fact]
    public void UnCritereAutomatiqueNommeUnTestQuiExiste()
    {
        var essais = Path.Combine(ServeurDImport.Echantillon(".."), "tests", "Xemelios.EndToEnd.Tests");
        foreach (var preuve in GrilleRgaa.Criteres.Where(c => c.Etat == EtatDeCritere.Automatique).Select(c => c.Preuve).Distinct(StringComparer.Ordinal))
        {
            var (classe, methode) = preuve.Split('.') is [var c, var m] ? (c, m) : ("", "");
            var texte = File.ReadAllText(Directory.EnumerateFiles(essais, classe + ".cs", SearchOption.AllDirectories).Single(f => !f.Contains("/obj/", StringComparison.Ordinal)));
            Assert.Matches($@"\[(Fact|Theory)\](\s*\[[^\n]*\])*\s*public async Task {Regex.Escape(methode)}\(", texte);
        }
    }

    [Fact]
    public void LeTauxEstCeluiDesCriteresApplicables()
    {
        var applicables = GrilleRgaa.Criteres.Where(c => c.Etat != EtatDeCritere.SansObjet).ToList();

        Assert.Equal(100 * applicables.Count(c => c.Etat != EtatDeCritere.NonConforme) / applicables.Count, GrilleRgaa.Taux);
    }
}
