namespace Xemelios.Domain.Conservation;

/// <summary>How long an exercice stays in the active base (arrêté of 3 August 2005, art. 2): a budget's exercice N−1 leaves it when its
/// exercice N+1 is initialised, at N+2.</summary>
/// <remarks>The law can be read in two ways; the one kept here keeps data longest: exercice E leaves from the first of January of E + 3
/// on, once the budget holds data of exercice E + 2.</remarks>
public static class BaseActive
{
    private const int AnneesAvantDepart = 3;
    private const int ExerciceInitialise = 2;

    /// <summary>The rule as it is shown: its reading is said, not hidden.</summary>
    public const string Regle =
        "L'exercice N−1 d'un budget quitte la base active quand son exercice N+1 est initialisé, en N+2 (arrêté du 3 août 2005, article 2). "
        + "Lecture retenue, celle qui garde les données le plus longtemps : l'exercice E est à archiver à partir du 1er janvier E+3, dès que le budget a des données de l'exercice E+2.";

    /// <summary>Why an exercice stays, as the end of a sentence; null when it is due to leave.</summary>
    /// <param name="annee">The year it is in Paris.</param>
    /// <param name="exercices">The exercices of which the budget has data, be it in the archives.</param>
    public static string? Empechement(int exercice, int annee, IReadOnlySet<int> exercices) =>
        annee < exercice + AnneesAvantDepart ? $"il ne quitte la base active qu'à partir du 1er janvier {exercice + AnneesAvantDepart}"
        : !exercices.Contains(exercice + ExerciceInitialise) ? $"le budget n'a encore aucune donnée de l'exercice {exercice + ExerciceInitialise}"
        : null;
}
