namespace Xemelios.Query;

/// <summary>A question that cannot be answered as it was asked; its message is in French and says what to add.</summary>
public abstract class QuestionRefuseeException(string code, string message) : Exception(message)
{
    /// <summary>Stable code, such as QST-0001.</summary>
    public string Code { get; } = code;
}

/// <summary>No état answers the question inside the perimeter: "not found", whatever the reason.</summary>
public sealed class EtatIntrouvableException()
    : QuestionRefuseeException("QST-0001", "Aucun état de paye ne répond à cette demande.");

/// <summary>The employer has several budgets that month and the question names none.</summary>
public sealed class BudgetAPreciserException(IReadOnlyList<string?> budgets)
    : QuestionRefuseeException("QST-0002",
        $"Il y a plusieurs budgets ce mois-là, précisez lequel : {string.Join(", ", budgets.Select(b => b ?? "(sans budget)"))}.")
{
    /// <summary>The codes as written; null is an état without budget.</summary>
    public IReadOnlyList<string?> Budgets { get; } = budgets;
}

/// <summary>A filter or a column that does not exist.</summary>
public sealed class CritereInconnuException(string critere)
    : QuestionRefuseeException("QST-0003", $"Le critère « {critere} » n'existe pas ou sa valeur ne se lit pas.");

/// <summary>The engine had not the memory to answer.</summary>
public sealed class QuestionTropLourdeException()
    : QuestionRefuseeException("QST-0007", "Cette question demande plus de mémoire qu'il n'y en a : resserrez-la (un employeur, un mois, moins de critères), puis recommencez.");

/// <summary>The engine was stopped before it had answered.</summary>
public sealed class QuestionInterrompueException()
    : QuestionRefuseeException("QST-0008", "La réponse a été interrompue avant sa fin : recommencez, en resserrant la question si elle est longue.");
