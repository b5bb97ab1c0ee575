using Xemelios.Store;
using Xemelios.Store.Gestion;

namespace Xemelios.Import.Archivages;

/// <summary>One exercice of an employer in the archive base: one file, filled by one move or several.</summary>
/// <param name="Mouvements">The oldest first; all are in the file of the last one.</param>
public sealed record ExerciceArchive(string Siret, int Exercice, IReadOnlyList<ArchivageDecide> Mouvements)
{
    public ArchivageDecide Dernier => Mouvements[^1];

    /// <summary>Keys of its budgets, '' for files without one; a move that named none took all there were.</summary>
    public IReadOnlyList<string?> Budgets => [.. Mouvements.Select(m => m.Budget).Distinct()];

    public int Bulletins => Mouvements.Sum(m => m.Bulletins);

    public int Lignes => Mouvements.Sum(m => m.Lignes);

    public int Mandats => Mouvements.Sum(m => m.Mandats);

    public int Pieces => Mouvements.Sum(m => m.Pieces);

    /// <summary>All that is archived, by employer and exercice.</summary>
    public static IReadOnlyList<ExerciceArchive> Lire(Entrepot entrepot) =>
    [
        .. entrepot.Archivages.Lister().Where(a => a.Faite).GroupBy(a => (a.Siret, a.Exercice))
            .OrderBy(g => g.Key.Siret, StringComparer.Ordinal).ThenBy(g => g.Key.Exercice).Select(g => new ExerciceArchive(g.Key.Siret, g.Key.Exercice, [.. g])),
    ];
}
