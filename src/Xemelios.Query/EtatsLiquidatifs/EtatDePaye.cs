using System.Text.Json.Serialization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The état of one (employer, budget, month, train), or of all trains of a month together.</summary>
/// <param name="Budget">The code as written; null without budget.</param>
/// <param name="Train">Null without train, and when all trains are taken together.</param>
/// <param name="Volumes">Files with bulletins; header-only files are not counted.</param>
/// <param name="Agents">Distinct matricules.</param>
/// <param name="Lignes">All lines, comments included.</param>
/// <param name="Brut">Σ of the declared gross; the sum of the gross lines stands for it where a file gives none.</param>
/// <param name="CotisationsPatronales">Σ of the contributions, normalised signs.</param>
public sealed record EtatDePaye(
    string Siret, string? Employeur, string? Budget, int Annee, int Mois, string? Train,
    int Volumes, int Bulletins, int Agents, int Lignes,
    Montant Brut, Montant Net, Montant NetAPayer, Montant CotisationsPatronales,
    RepartitionDEtat Repartition, int Mandats, StatutDeRapprochement Rapprochement, string? BudgetLibelle);

/// <summary>How the volumes carry RepartitionParNature (format page §8.2), and its total counted once; null when absent.</summary>
public sealed record RepartitionDEtat(ModeDeRepartition Mode, Montant? Total)
{
    /// <summary>The trains brought together; the command line gives each train apart and does not repeat it.</summary>
    [JsonIgnore]
    public int Trains { get; init; } = 1;

    /// <summary>Those of them that have a répartition.</summary>
    [JsonIgnore]
    public int TrainsRepartis { get; init; } = 1;
}

/// <summary>The conventions for RepartitionParNature over several volumes.</summary>
public enum ModeDeRepartition
{
    /// <summary>One block, with the totals of the whole état.</summary>
    PremierVolume,

    /// <summary>Each volume carries the totals of its own bulletins.</summary>
    ParVolume,

    /// <summary>Each volume repeats the totals of the whole état.</summary>
    TotalRepete,

    Absente,
}

/// <summary>The état against its mandats.</summary>
public enum StatutDeRapprochement
{
    Conforme,
    Ecart,
    SansMandat,
}
