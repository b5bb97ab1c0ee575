using System.Globalization;

namespace Xemelios.Benchmarks.Rapports;

/// <summary>Shows a result to the person who ran the benchmark.</summary>
internal static class Impression
{
    public static void Montrer(ResultatDeBanc resultat)
    {
        Console.WriteLine();
        Console.WriteLine($"Banc {resultat.Banc}, {resultat.Machine.Coeurs} cœurs {resultat.Machine.Processeur}, commit {resultat.Commit}{(resultat.Modifie ? " modifié" : "")}{(resultat.Publication is { } p ? $", artifacts/{p}" : "")}");
        Console.WriteLine();
        Tableau(
            ["mesure", "où", "médiane", "centile 95", "cœurs occupés", "mémoire", "produit / mesure"],
            resultat.Mesures.Select(m => (string[])[m.Nom, m.Ou, Duree(m.Mediane), m.Centile95 is { } c ? Duree(c) : "", Coeurs(m), Memoire(m), m.Rapport is { } r ? Nombres.Rapport(r) : ""]));
        if (resultat.Chiffres.Count > 0)
            Tableau(["chiffre", "valeur", "barre", ""], resultat.Chiffres.Select(c => (string[])[c.Nom, c.Valeur, c.Barre ?? "", TableDuReadme.EnUnMot(c.Tenue)]));
    }

    private static string Duree(double secondes) => secondes < 1 ? Nombres.Millisecondes(secondes) : Nombres.Secondes(secondes);

    private static string Coeurs(Mesure mesure) => mesure.Processeur is { } processeur
        ? Statistiques.Mediane(processeur.Zip(mesure.Secondes, (p, s) => p / s)).ToString("0.00", CultureInfo.GetCultureInfo("fr-FR"))
        : "";

    private static string Memoire(Mesure mesure) => mesure.MemoireMio is { } memoire ? Nombres.Mio(memoire.Max()) : "";

    private static void Tableau(string[] titres, IEnumerable<string[]> rangees)
    {
        var toutes = rangees.Prepend(titres).ToList();
        var largeurs = titres.Select((_, i) => toutes.Max(r => r[i].Length)).ToArray();
        foreach (var rangee in toutes)
            Console.WriteLine("  " + string.Join("   ", rangee.Select((texte, i) => i == 0 ? texte.PadRight(largeurs[i]) : texte.PadLeft(largeurs[i]))));
        Console.WriteLine();
    }
}
