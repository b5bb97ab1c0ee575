using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Query.Calendriers;

/// <summary>What was received of a calendar year: a row for each employer, budget and train, and its twelve months.</summary>
/// <param name="Annees">The years that hold an état, the latest first.</param>
public sealed record CalendrierDePaye(int Annee, IReadOnlyList<int> Annees, IReadOnlyList<RangDeCalendrier> Rangs)
{
    public IEnumerable<CaseDeCalendrier> Cases => Rangs.SelectMany(r => r.Mois);

    /// <summary>The états of a month of the year, from 1; null for the whole year.</summary>
    public int Etats(int? mois = null) => Du(mois).Count(c => c.Presence == PresenceDEtat.Recu);

    /// <summary>Those of them that lack nothing.</summary>
    public int Complets(int? mois = null) => Du(mois).Count(c => c.EstComplet);

    /// <summary>Months of a budget without any état.</summary>
    public int Manquants(int? mois = null) => Du(mois).Count(c => c.Presence == PresenceDEtat.MoisManquant);

    private IEnumerable<CaseDeCalendrier> Du(int? mois) => mois is { } m ? Rangs.Select(r => r.Mois[m - 1]) : Cases;
}

/// <summary>One train of a budget of an employer.</summary>
/// <param name="Budget">As written; null without budget.</param>
/// <param name="Train">Null for the pay that names none.</param>
/// <param name="Mois">Twelve, from January.</param>
public sealed record RangDeCalendrier(string Siret, string? Employeur, string? Budget, string? BudgetLibelle, string? Train, IReadOnlyList<CaseDeCalendrier> Mois);

/// <summary>One month of a train.</summary>
public sealed record CaseDeCalendrier(MoisDePaye Mois, PresenceDEtat Presence)
{
    /// <summary>The état; null when there is none.</summary>
    public EtatDePaye? Etat { get; init; }

    /// <summary>Numbers that the names of the month's files leave out (format page §8.2): nothing else says how many volumes there are.</summary>
    public IReadOnlyList<int> VolumesManquants { get; init; } = [];

    /// <summary>Mandats that the files themselves link to the état.</summary>
    public int MandatsLies { get; init; }

    /// <summary>Mandats that may pay it: same employer, same month, natures of pay.</summary>
    public int MandatsProposes { get; init; }

    /// <summary>Distinct pieces that its bulletins reference.</summary>
    public int Pieces { get; init; }

    /// <summary>Those of them that were not received.</summary>
    public int PiecesManquantes { get; init; }

    /// <summary>Every volume, every piece, and mandats that conform.</summary>
    public bool EstComplet => Etat?.Rapprochement == StatutDeRapprochement.Conforme && VolumesManquants.Count == 0 && PiecesManquantes == 0;
}

/// <summary>Why a month has an état or none.</summary>
public enum PresenceDEtat
{
    Recu,

    /// <summary>The budget was paid before, and no train of it has an état while the latest month of all is not before this one.</summary>
    MoisManquant,

    /// <summary>Other trains of the budget have an état; this one had some before and after.</summary>
    TrainAbsent,

    /// <summary>Nothing was to be expected.</summary>
    Aucune,
}
