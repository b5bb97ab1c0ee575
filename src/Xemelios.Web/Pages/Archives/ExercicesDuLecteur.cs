using Xemelios.Domain.Conservation;
using Xemelios.Domain.Habilitations;
using Xemelios.Import.Archivages;
using Xemelios.Query.Suppressions;
using Xemelios.Store;
using Xemelios.Store.Tables;

namespace Xemelios.Web.Pages.Archives;

/// <summary>The exercices that a reader sees, of the active base and of the archives.</summary>
public static class ExercicesDuLecteur
{
    /// <summary>Those of the active base, with why they stay.</summary>
    /// <param name="annee">The year it is in Paris.</param>
    public static IReadOnlyList<(ExerciceConnu Exercice, string? Nom)> Actifs(Questions questions, IReadOnlyList<ExerciceArchive> archives, int annee)
    {
        var donnees = questions.PoserSurLaBaseActive(new DonneesPresentesQuestion().Executer).Where(d => d.Type != TypeDeDonnees.Pieces && d.Annee is not null).ToList();
        var presents = donnees.GroupBy(d => (d.Siret, d.Budget, Exercice: d.Annee!.Value)).OrderBy(g => g.Key).ToList();
        var budgets = presents.Select(g => g.Key).Concat(archives.SelectMany(a => a.Budgets.OfType<string>().Select(b => (a.Siret, Budget: b, a.Exercice))))
            .ToLookup(k => (k.Siret, k.Budget), k => k.Exercice);
        return
        [
            .. presents.Select(g => (
                new ExerciceConnu(
                    new ExercicePresent(g.Key.Siret, g.Key.Budget, g.Key.Exercice, Somme(g, TypeDeDonnees.Paye), Somme(g, TypeDeDonnees.Mandats)),
                    BaseActive.Empechement(g.Key.Exercice, annee, budgets[(g.Key.Siret, g.Key.Budget)].ToHashSet())),
                g.Select(d => d.Nom).OfType<string>().FirstOrDefault())),
        ];
    }

    /// <summary>Those of the archives that touch the reader's perimeter.</summary>
    public static IReadOnlyList<ExerciceArchive> Archives(Entrepot entrepot, Perimetre perimetre) =>
    [
        .. ExerciceArchive.Lire(entrepot)
            .Select(a => a with { Mouvements = [.. a.Mouvements.Where(m => perimetre.Touche(m.Siret, m.Budget, m.Exercice))] }).Where(a => a.Mouvements.Count > 0),
    ];

    /// <summary>Every part of it is inside: its counts say nothing of what the reader may not see.</summary>
    public static bool EstTout(this Perimetre perimetre, ExerciceArchive archive) => archive.Mouvements.All(m => perimetre.Contient(m.Siret, m.Budget, m.Exercice));

    private static int Somme(IEnumerable<DonneesPresentes> donnees, TypeDeDonnees type) => donnees.Where(d => d.Type == type).Sum(d => d.Nombre);
}
