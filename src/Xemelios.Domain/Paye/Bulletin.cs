using Xemelios.Domain.Constats;
using Xemelios.Domain.Justificatifs;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Paye;

/// <summary>One PayeIndivMensuel: the pay of one agent in one file. Every datum is nullable: real files omit any of them.</summary>
public sealed record Bulletin
{
    /// <summary>Rank in the file, from 1, over all établissements.</summary>
    public required int Ordre { get; init; }

    /// <summary>Rank of the <see cref="Etablissement"/> in the file, or null when the block names none.</summary>
    public int? Etablissement { get; init; }

    public Provenance Provenance { get; init; }

    public Agent? Agent { get; init; }

    public IReadOnlyList<Evenement> Evenements { get; init; } = [];

    public string? Service { get; init; }

    /// <summary>Every NBI of the bulletin, in index points.</summary>
    public IReadOnlyList<decimal> Nbi { get; init; } = [];

    /// <summary>Percent; 100 is full time; 0 means unknown (defect D45).</summary>
    public decimal? Quotite { get; init; }

    public IReadOnlyList<PeriodeDePaye> Periodes { get; init; } = [];

    /// <summary>False when the Remuneration element is missing altogether (defect D19).</summary>
    public bool ARemuneration { get; init; }

    public IReadOnlyList<LigneDePaye> Lignes { get; init; } = [];

    public decimal? NbHeureTotal { get; init; }

    public decimal? TauxHoraire { get; init; }

    public decimal? NbHeureSup { get; init; }

    public Montant? MtBrut { get; init; }

    public Montant? MtNet { get; init; }

    public Montant? MtNetAPayer { get; init; }

    public DateOnly? DatePaiement { get; init; }

    public Montant? MtImposable { get; init; }

    public Montant? CumulMtImposable { get; init; }

    public Montant? CumulMtBrut { get; init; }

    public Montant? CumulBaseSS { get; init; }

    public IReadOnlyList<RepartitionBudget> RepartitionsBudget { get; init; } = [];

    public IReadOnlyList<ReferenceDePiece> References { get; init; } = [];

    /// <summary>What the format does not know or could not be read, as "path = text": kept so that nothing is lost.</summary>
    public IReadOnlyList<DonneeBrute> Autres { get; init; } = [];
}

/// <summary>A payroll event of the month; the code has no national list.</summary>
public sealed record Evenement(string? Code, string? Description);

/// <summary>The period that a bulletin or a line refers to.</summary>
public sealed record PeriodeDePaye(DateOnly? Debut, DateOnly? Fin);

/// <summary>The share of a bulletin that one budget bears: a rate or an amount, as the file gives it.</summary>
public sealed record RepartitionBudget(string? CodeBudget, decimal? Taux, Montant? Montant);

/// <summary>A datum kept as it stands because it could not be typed: path inside the bulletin, and its text.</summary>
public sealed record DonneeBrute(string Chemin, string Texte);
