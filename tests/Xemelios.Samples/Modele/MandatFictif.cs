namespace Xemelios.Samples;

/// <summary>A reference from a mandat to a piece.</summary>
public sealed record PjRefDeMandat(string IdUnique, string? NomPJ, string? TypePJ);

/// <summary>The line that a correction corrects.</summary>
public sealed record Rattachement(int Exercice, int IdPce, int IdLigne);

/// <summary>A line of a mandat; the amount is positive, its sign is the bordereau's.</summary>
public sealed record LigneDeMandatFictif(int IdLigne, string Nature, long Mt, string? Fonction = null, Rattachement? Origine = null);

/// <summary>A mandat.</summary>
public sealed record MandatFictif(int IdPce, string TypPce, string NatPce, string Objet, IReadOnlyList<LigneDeMandatFictif> Lignes)
{
    public DateOnly? Echeance { get; init; }
    public IReadOnlyList<PjRefDeMandat> Pieces { get; init; } = [];
}

/// <summary>A bordereau; type 01 adds, type 02 subtracts.</summary>
public sealed record BordereauFictif(int Exercice, int IdBord, DateOnly Date, string TypBord, IReadOnlyList<MandatFictif> Mandats);

/// <summary>A reference from a piece to a mandat, or to one line of it.</summary>
public sealed record RefComptaFictive(int Exercice, string TypeObjet, int IdPce, int? IdLigne = null);

/// <summary>How the content of a PJ is wrapped in its base64 text.</summary>
public enum Emballage
{
    Gzip,
    SansGzip,
    GzipEnLignes,
    DoubleGzip,
}

/// <summary>A piece carried by <c>PES_PJ</c>.</summary>
public sealed record PjDePes(string IdUnique, string NomPJ, string TypePJ, string Mime, byte[] Contenu)
{
    public string Description { get; init; } = "Pièce justificative de paye";
    public Emballage Emballage { get; init; }
    public IReadOnlyList<RefComptaFictive> References { get; init; } = [];
}

/// <summary>A <c>PES_Aller</c> file.</summary>
public sealed record PesAllerFictif(EmployeurFictif Employeur, string CodeBudget, DateOnly Date, string NomFic)
{
    public IReadOnlyList<BordereauFictif> Bordereaux { get; init; } = [];
    public IReadOnlyList<PjDePes> Pieces { get; init; } = [];
}
