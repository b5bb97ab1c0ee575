using Xemelios.Domain.Constats;
using Xemelios.Domain.Justificatifs;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Paye;

/// <summary>One PayeIndivMensuel: the pay of one agent in one file. Every datum is nullable: real files omit any of them.</summary>
/// <remarks>Filled element by element while it is read; not changed afterwards.</remarks>
public sealed record Bulletin
{
    /// <summary>Rank in the file, from 1, over all établissements; 0 until it is known.</summary>
    public int Ordre { get; set; }

    /// <summary>Rank of the <see cref="Etablissement"/> in the file, or null when the block names none.</summary>
    public int? Etablissement { get; set; }

    public Provenance Provenance { get; set; }

    public Agent? Agent { get; set; }

    public IReadOnlyList<Evenement> Evenements { get; set; } = [];

    public string? Service { get; set; }

    /// <summary>Every NBI of the bulletin, in index points.</summary>
    public IReadOnlyList<decimal> Nbi { get; set; } = [];

    /// <summary>Percent; 100 is full time; 0 means unknown (defect D45).</summary>
    public decimal? Quotite { get; set; }

    public IReadOnlyList<PeriodeDePaye> Periodes { get; set; } = [];

    /// <summary>False when the Remuneration element is missing altogether (defect D19).</summary>
    public bool ARemuneration { get; set; }

    /// <summary>The lines, in document order. While a file is read they stand in a buffer, until a lot has taken them in.</summary>
    public ArraySegment<LigneDePaye> Lignes { get; set; } = [];

    public decimal? NbHeureTotal { get; set; }

    public decimal? TauxHoraire { get; set; }

    public decimal? NbHeureSup { get; set; }

    public Montant? MtBrut { get; set; }

    public Montant? MtNet { get; set; }

    public Montant? MtNetAPayer { get; set; }

    public DateOnly? DatePaiement { get; set; }

    public Montant? MtImposable { get; set; }

    public Montant? CumulMtImposable { get; set; }

    public Montant? CumulMtBrut { get; set; }

    public Montant? CumulBaseSS { get; set; }

    public IReadOnlyList<RepartitionBudget> RepartitionsBudget { get; set; } = [];

    public IReadOnlyList<ReferenceDePiece> References { get; set; } = [];

    /// <summary>What the format does not know or could not be read, as "path = text": kept so that nothing is lost.</summary>
    public IReadOnlyList<DonneeBrute> Autres { get; set; } = [];
}

/// <summary>A payroll event of the month; the code has no national list.</summary>
public sealed record Evenement(string? Code, string? Description);

/// <summary>The period that a bulletin or a line refers to.</summary>
public sealed record PeriodeDePaye(DateOnly? Debut, DateOnly? Fin);

/// <summary>The share of a bulletin that one budget bears: a rate or an amount, as the file gives it.</summary>
public sealed record RepartitionBudget(string? CodeBudget, decimal? Taux, Montant? Montant);

/// <summary>A datum kept as it stands because it could not be typed: path inside the bulletin, and its text.</summary>
public sealed record DonneeBrute(string Chemin, string Texte);
