using System.Globalization;
using Xemelios.Checks.Moteur;
using Xemelios.Checks.Tests.Regles;
using Xemelios.Domain.Habilitations;
using Xemelios.Import;
using Xemelios.Store;

namespace Xemelios.Checks.Tests.Officiels;

/// <summary>The page beside this file says how often each rule finds something in the official anonymised files, and why: its figures are those of the program.</summary>
public sealed class FichiersOfficielsTests
{
    private static readonly string Dossier = Path.Combine(DossierDesCas.Racine(), "..", "shared", "data", "officiels");

    [Fact]
    public void LaPageDitCeQueLesReglesTrouvent()
    {
        var dits = File.ReadLines(Path.Combine(DossierDesCas.Racine(), "tests", "Xemelios.Checks.Tests", "Officiels", "fichiers-officiels.md"))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Where(c => c.Length == 6 && c[1].Contains('-') && char.IsAsciiLetterUpper(c[1][0]))
            .ToDictionary(c => c[1], c => (int.Parse(c[2], CultureInfo.InvariantCulture), int.Parse(c[3], CultureInfo.InvariantCulture), Raison: c[4]), StringComparer.Ordinal);
        Assert.True(dits.Count > 20);
        Assert.All(dits.Values, d => Assert.True(d.Raison.Length > 40));
        if (!Directory.Exists(Dossier))
        {
            Console.WriteLine("Fichiers officiels absents à côté du dépôt : les nombres de la page n'ont pas été vérifiés ici.");
            return;
        }

        var trouves = Controler().GroupBy(c => c.Regle).ToDictionary(g => g.Key, g => (g.Count(c => c.Mois.Annee == 2005), g.Count(c => c.Mois.Annee == 2011)));
        Assert.Equal(trouves.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key} {t.Value}"), dits.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {(d.Value.Item1, d.Value.Item2)}"));
    }

    private static List<ConstatDePaye> Controler()
    {
        var donnees = Directory.CreateTempSubdirectory("xemelios-officiels-");
        try
        {
            using var entrepot = Entrepot.Ouvrir(donnees.FullName, new OptionsDEntrepot { MemoireMiB = 512 });
            new ImportJob(entrepot, TimeProvider.System).Importer([Dossier], null, default);
            using var connexion = entrepot.Connecter();
            List<ConstatDePaye> constats = [];
            new ControleDePaye([]).Executer(connexion, Perimetre.Complet, constats.Add);
            return constats;
        }
        finally
        {
            donnees.Delete(recursive: true);
        }
    }
}
