using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Recherches;

/// <summary>The result of a search brought together by one or two columns, with subtotals.</summary>
/// <param name="Par">One or two keys of columns, between commas.</param>
/// <param name="ColonnesChoisies">Those of the search: the ones that add up are added up.</param>
public sealed record GroupementQuestion(Sujet Sujet, string Criteres, string Par, string? ColonnesChoisies = null) : IQuestionNominative
{
    /// <exception cref="CritereInconnuException">a column does not exist, or nothing can be grouped by it.</exception>
    public Groupement Executer(DbConnection connexion, Perimetre perimetre)
    {
        var condition = Sujet.Lire(Criteres);
        var cles = Par.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(2).Select(c => Colonnes.Trouver(Sujet, c)).ToList();
        if (cles.Count == 0 || cles.Exists(c => !c.Groupe))
            throw new CritereInconnuException(Par);
        var sommees = Colonnes.Choisir(Sujet, ColonnesChoisies, condition).Where(c => c.SeTotalise).ToList();
        using var perspective = Perspective.De(Sujet, connexion, perimetre, condition);
        foreach (var cle in cles)
            perspective.Trier(cle.Cle);
        var (prealables, origine) = perspective.Relations([.. cles.Concat(sommees).SelectMany(c => c.Avec)]);
        var valeurs = string.Join(", ", cles.Select((c, i) => $"{c.Code ?? c.Sql} AS k{i}, {c.Sql} AS n{i}"));
        var noms = cles.Select((_, i) => $"k{i}").ToList();
        // Whole numbers that say how many keys were brought together in a row: 0 for a group, 1 for a subtotal, 2 for everything.
        var groupes = perspective.Demander($"""
            {prealables}, rangee AS (SELECT {valeurs}{string.Concat(sommees.Select((c, i) => $", {c.Sql} AS s{i}"))} {origine})
            SELECT {string.Join(" + ", noms.Select(n => $"grouping({n})"))} AS niveau, {string.Join(", ", noms)}, {string.Join(", ", cles.Select((_, i) => $"min(n{i})"))},
                   count(*){string.Concat(sommees.Select((_, i) => $", sum(s{i})"))}
            FROM rangee GROUP BY ROLLUP ({string.Join(", ", noms)})
            ORDER BY {string.Join(", ", noms.Select(n => $"grouping({n}), {n} NULLS LAST"))}
            """).Lire(r => new Groupe(
                r.Entier(), [.. cles.Select(c => r.Lire(c.Type))], [.. cles.Select(c => r.Lire(c.Type))], r.Long() ?? 0, [.. sommees.Select(c => r.Lire(c.Type))]));
        return new Groupement(cles, sommees, [.. groupes.Where(g => g.Fusion < cles.Count)], groupes.Single(g => g.Fusion == cles.Count), PhraseDeCriteres.Dire(condition));
    }
}

/// <summary>A result by groups.</summary>
/// <param name="Groupes">Each group, followed by its subtotal where there are two keys.</param>
public sealed record Groupement(IReadOnlyList<Colonne> Cles, IReadOnlyList<Colonne> Sommees, IReadOnlyList<Groupe> Groupes, Groupe Total, string Phrase);

/// <summary>One group, or the subtotal of several.</summary>
/// <param name="Fusion">How many keys were brought together: 0 for a group.</param>
/// <param name="Cles">One a key; null for what has none and for what was brought together.</param>
/// <param name="Libelles">The keys as they are shown; without meaning for those that were brought together.</param>
public sealed record Groupe(int Fusion, IReadOnlyList<object?> Cles, IReadOnlyList<object?> Libelles, long Nombre, IReadOnlyList<object?> Sommes);
