using Xemelios.Domain.Conservation;
using Xemelios.Store;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Archivages;

/// <summary>One exercice of the active base, and why it stays there.</summary>
/// <param name="Empechement">The end of a sentence; null when it is to be archived.</param>
public sealed record ExerciceConnu(ExercicePresent Present, string? Empechement)
{
    public bool EstDu => Empechement is null;

    /// <summary>The exercices of the active base; those of the archives count among what a budget has.</summary>
    public static IReadOnlyList<ExerciceConnu> Lire(Entrepot entrepot, int annee)
    {
        using var connexion = entrepot.Connecter();
        using var toutes = entrepot.Connecter(archives: true);
        var budgets = ExercicesPresents.Lire(toutes).ToLookup(p => (p.Siret, p.Budget), p => p.Exercice);
        return [.. ExercicesPresents.Lire(connexion).Select(p => new ExerciceConnu(p, BaseActive.Empechement(p.Exercice, annee, budgets[(p.Siret, p.Budget)].ToHashSet())))];
    }
}
