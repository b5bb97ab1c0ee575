namespace Xemelios.Domain.Echantillons;

/// <summary>What was found of a unit of a sample.</summary>
public enum DecisionDePointage
{
    Conforme,

    /// <summary>Another amount was due.</summary>
    Erreur,

    /// <summary>Nothing to judge by; the evaluation counts it as wrong.</summary>
    NonVerifiable,
}
