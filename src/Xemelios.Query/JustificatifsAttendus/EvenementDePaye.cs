namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>What happens to an agent's pay in a month and calls for pieces.</summary>
public enum EvenementDePaye
{
    /// <summary>The agent was not paid in the month before.</summary>
    Entree,

    /// <summary>Grade, échelon, indice, statut, quotité, NBI, service or emploi differ from the month before.</summary>
    Situation,

    /// <summary>A rubrique of category Indemnite that the agent did not have in the month before.</summary>
    Prime,

    /// <summary>Hours declared in NbHeureSup, or paid on a rubrique of overtime.</summary>
    HeuresSupplementaires,

    /// <summary>Paid in the month before, not in this one.</summary>
    Depart,

    /// <summary>Declared by the file, in words that name none of the others.</summary>
    Declare,
}
