using System.Globalization;
using System.Text;

namespace Xemelios.Benchmarks.Rapports;

/// <summary>The block of figures of the README, made from the files of results and from nothing else.</summary>
public static class TableDuReadme
{
    private const string Debut = "<!-- mesures : ./run.sh bench readme -->\n";
    private const string Fin = "<!-- fin des mesures -->";

    private static readonly string[] Bancs = ["import", "requetes", "reponses", "croissance", "web", "charge", "controles"];

    /// <summary>The README with its block made anew.</summary>
    /// <exception cref="InvalidOperationException">The README has lost one of the two comments that bound the block.</exception>
    public static string Remplacer(string readme, string dossierDesResultats)
    {
        var debut = readme.IndexOf(Debut, StringComparison.Ordinal);
        var fin = readme.IndexOf(Fin, StringComparison.Ordinal);
        if (debut < 0 || fin < debut)
            throw new InvalidOperationException($"Le README n'a plus les commentaires « {Debut.TrimEnd()} » et « {Fin} ».");
        return readme[..(debut + Debut.Length)] + Bloc(dossierDesResultats) + readme[fin..];
    }

    private static string Bloc(string dossier)
    {
        var bloc = new StringBuilder("| mesure | valeur | barre | |\n| --- | --: | --: | --- |\n");
        var resultats = Bancs.Select(b => Path.Combine(dossier, b + ".json")).Where(File.Exists).Select(ResultatDeBanc.Lire).ToList();
        foreach (var chiffre in resultats.SelectMany(r => r.Chiffres))
            bloc.Append(CultureInfo.InvariantCulture, $"| {chiffre.Nom} | {chiffre.Valeur} | {chiffre.Barre} | {EnUnMot(chiffre.Tenue)} |\n");
        return bloc.Append('\n').AppendJoin(" · ", resultats.Select(Origine)).Append('\n').ToString();
    }

    private static string Origine(ResultatDeBanc r) => string.Create(
        CultureInfo.InvariantCulture, $"{r.Banc} : {r.Date:dd/MM/yyyy}, {r.Machine.Coeurs} cœurs {r.Machine.Processeur}, commit {r.Commit}{(r.Modifie ? " modifié" : "")}");

    public static string EnUnMot(bool? tenue) => tenue switch { true => "tenu", false => "manqué", null => "" };
}
