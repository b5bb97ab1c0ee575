using Xemelios.Domain.Valeurs;
using Xemelios.Query.JustificatifsAttendus;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>Overtime of a month, declared (NbHeureSup) and paid (lines).</summary>
public sealed record HeuresDuMois(IReadOnlyList<HeuresDUnAgent> Agents, TotauxDHeures Totaux)
{
    /// <summary>The hours of a month above which the list of justificatifs asks for a decision (décret 2002-60, art. 6).</summary>
    public const decimal Contingent = 25m;

    /// <summary>The rubriques read as overtime, and the field where each holds its hours.</summary>
    public IReadOnlyList<RubriqueDHeures> Rubriques { get; init; } = [];

    /// <summary>The rubrique of the list that applies to this employer: 210224, or 220223 in santé.</summary>
    public string? RubriqueDeLaListe { get; init; }

    /// <summary>The délibération and the décompte, for the agents together.</summary>
    public IReadOnlyList<PieceDemandee> Pieces { get; init; } = [];
}

/// <summary>One agent who has declared or paid overtime.</summary>
/// <param name="HeuresPayees">All the hours paid by the files of the month, those of rappels included.</param>
/// <param name="Taux">All the lines of the month's files by rate, those of rappels included.</param>
public sealed record HeuresDUnAgent(
    string? Matricule, string? Nom, decimal HeuresDeclarees, decimal HeuresPayees, Montant Montant,
    IReadOnlyList<HeuresParTaux> Taux, string? Prenom)
{
    /// <summary>The same lines by month for which they are paid: the month itself first, then rappels from the latest month.</summary>
    public IReadOnlyList<MoisDHeures> Mois { get; init; } = [];

    /// <summary>Paid for the month by its own files.</summary>
    public decimal HeuresDuMois { get; init; }

    /// <summary>Paid by the month's files for other months, or as rappels without a period.</summary>
    public decimal HeuresDeRappel { get; init; }

    /// <summary>Paid for the month by later files.</summary>
    public decimal HeuresPayeesEnsuite { get; init; }

    /// <summary>Hours of the month above <see cref="HeuresSupplementaires.HeuresDuMois.Contingent"/>; what later files pay for it counts.</summary>
    public decimal AuDela { get; init; }

    /// <summary>Paid − declared.</summary>
    public decimal Ecart => HeuresPayees - HeuresDeclarees;

    /// <summary>Lines with an amount and no hours that could be read: the hours shown are then too few.</summary>
    public int LignesSansHeures { get; init; }

    /// <summary>The bulletins that declare or pay them.</summary>
    public IReadOnlyList<LieuDeBulletin> Bulletins { get; init; } = [];
}

/// <summary>The hours paid to an agent for one month.</summary>
/// <param name="Debut">First month of the period; null for a rappel without period.</param>
/// <param name="Fin">Last month of the period.</param>
/// <param name="Cumul">Hours paid for that month by every file at hand; null when the period is not one month.</param>
/// <param name="AuDela">What of <paramref name="Cumul"/> is above the contingent.</param>
public sealed record MoisDHeures(
    MoisDePaye? Debut, MoisDePaye? Fin, bool Rappel, decimal Heures, Montant Montant, decimal? Cumul, decimal AuDela, IReadOnlyList<HeuresParTaux> Taux);

/// <summary>The lines of one rate; null when a line gives none.</summary>
public sealed record HeuresParTaux(decimal? Taux, decimal Heures, Montant Montant);

/// <summary>Sums over the agents.</summary>
public sealed record TotauxDHeures(int Agents, decimal HeuresDeclarees, decimal HeuresPayees, Montant Montant)
{
    public decimal HeuresDuMois { get; init; }

    public decimal HeuresDeRappel { get; init; }

    public decimal HeuresPayeesEnsuite { get; init; }

    /// <summary>Agents above the contingent, in the month or in a month of rappel.</summary>
    public int AgentsAuDela { get; init; }

    public decimal AuDela { get; init; }

    public decimal Ecart => HeuresPayees - HeuresDeclarees;

    public int LignesSansHeures { get; init; }

    public static TotauxDHeures De(IReadOnlyCollection<HeuresDUnAgent> agents) => new(
        agents.Count, agents.Sum(a => a.HeuresDeclarees), agents.Sum(a => a.HeuresPayees), agents.Aggregate(Montant.Zero, (somme, a) => somme + a.Montant))
    {
        HeuresDuMois = agents.Sum(a => a.HeuresDuMois),
        HeuresDeRappel = agents.Sum(a => a.HeuresDeRappel),
        HeuresPayeesEnsuite = agents.Sum(a => a.HeuresPayeesEnsuite),
        AgentsAuDela = agents.Count(a => a.AuDela > 0 || a.Mois.Any(m => m.AuDela > 0)),
        AuDela = agents.Sum(a => a.AuDela),
        LignesSansHeures = agents.Sum(a => a.LignesSansHeures),
    };
}

/// <summary>A rubrique read as overtime.</summary>
/// <param name="Champ">The field that holds its hours.</param>
/// <param name="Motif">Why this one.</param>
/// <param name="LignesVerifiees">Lines of the month whose Montant is that field × Taux.</param>
public sealed record RubriqueDHeures(
    string Categorie, string? Code, string? Libelle, ChampDHeures Champ, MotifDeChamp Motif, int Lignes, int LignesVerifiees, decimal Heures, Montant Montant);
