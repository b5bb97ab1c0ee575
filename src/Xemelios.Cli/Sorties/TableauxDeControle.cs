using Xemelios.Query.Controles;

namespace Xemelios.Cli.Sorties;

/// <summary>The control of pay at a terminal, and the report as one JSON document.</summary>
internal static class TableauxDeControle
{
    public static void ResteAVoir(ResteAVoir restes, Execution execution)
    {
        var tableau = new Tableau("Raison", "SIRET", "Budget", "Mois", "Objet", ">Écart", "Attribué à");
        foreach (var r in restes.Restes)
            tableau.Ligne(r.Sorte, r.Cible.Siret, r.Cible.Budget, r.Cible.Mois?.ToString(), PhraseDeControle.Objet(r.Cible), r.Ecart, r.Personne);
        tableau.Sur(execution.Sortie);
        execution.Sortie.WriteLine($"{restes.Restes.Count} à voir.");
    }

    public static void Rapport(RapportDeControle rapport, Execution execution)
    {
        execution.Sortie.WriteLine(SectionsDeRapport.Titre(rapport));
        execution.Sortie.WriteLine(SectionsDeRapport.Identification(rapport));
        foreach (var section in rapport.Sections())
        {
            execution.Sortie.WriteLine();
            execution.Sortie.WriteLine(section.Titre);
            foreach (var phrase in section.Phrases)
                execution.Sortie.WriteLine(phrase);
            if (section.Table is not { } table)
                continue;
            var tableau = new Tableau([.. table.Colonnes.Select(c => c.Titre)]);
            foreach (var ligne in table.Totaux is { } totaux ? table.Lignes.Append(["Total", .. totaux.Skip(1)]) : table.Lignes)
                tableau.Ligne([.. ligne]);
            tableau.Sur(execution.Sortie);
        }
    }

    /// <summary>Each section with its sentences and its rows, by the keys of their columns.</summary>
    public static RapportEnJson EnJson(RapportDeControle rapport) => new(
        SectionsDeRapport.Titre(rapport), SectionsDeRapport.Identification(rapport),
        [
            .. rapport.Sections().Select(s => new SectionEnJson(s.Titre, s.Phrases,
                [.. (s.Table?.Lignes ?? []).Select(l => s.Table!.Colonnes.Zip(l).ToDictionary(c => c.First.Cle, c => c.Second, StringComparer.Ordinal))])),
        ]);

    internal sealed record RapportEnJson(string Titre, string Etat, IReadOnlyList<SectionEnJson> Sections);

    internal sealed record SectionEnJson(string Titre, IReadOnlyList<string> Phrases, IReadOnlyList<IReadOnlyDictionary<string, object?>> Lignes);
}
