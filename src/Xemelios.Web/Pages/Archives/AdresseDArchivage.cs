using System.Globalization;
using Xemelios.Store.Tables;

namespace Xemelios.Web.Pages.Archives;

/// <summary>What is to be archived, as addresses and forms write it.</summary>
public static class AdresseDArchivage
{
    public const string Page = "/archives";
    public const string Confirmer = "/archives/confirmer";
    public const string Executer = "/archives/executer";

    /// <summary>The confirmation of one exercice of a budget.</summary>
    public static string De(ExerciceAArchiver cible) => Chemins.Avec(Confirmer, [.. Champs(cible)]);

    /// <summary>The target as the fields of a form.</summary>
    public static IEnumerable<(string Nom, string? Valeur)> Champs(ExerciceAArchiver cible) =>
        [("siret", cible.Siret), ("exercice", cible.Exercice.ToString(CultureInfo.InvariantCulture)), ("budget", cible.Budget)];

    /// <summary>Reads a target back; null when it names none.</summary>
    public static ExerciceAArchiver? Lire(Func<string, string?> champ) =>
        champ("siret") is { } siret && int.TryParse(champ("exercice"), NumberStyles.None, CultureInfo.InvariantCulture, out var exercice)
            ? new ExerciceAArchiver(siret, exercice, champ("budget"))
            : null;
}
