namespace Xemelios.Domain.Paye;

/// <summary>What a DocumentPaye says of itself before its bulletins.</summary>
public sealed record EnTeteDePaye
{
    /// <summary>An opaque label: never branch on it (format page §1.1).</summary>
    public string? IdVer { get; init; }

    public required int Annee { get; init; }

    public required int Mois { get; init; }

    public string? Train { get; init; }

    public string? BudgetCode { get; init; }

    public string? BudgetLibelle { get; init; }

    public Employeur? Employeur { get; init; }

    /// <summary>The encoding in which the file was read.</summary>
    public required string Encodage { get; init; }
}

/// <summary>The employer: the principal establishment.</summary>
public sealed record Employeur(string? Nom, string? Ape, Adresse? Adresse, string? NumeroUrssaf, string? Siret);

/// <summary>The establishment that employs the agents of one DonneesIndiv block.</summary>
/// <param name="Rang">Rank of the block in the file, from 1.</param>
public sealed record Etablissement(int Rang, string? Nom, string? NumeroUrssaf, Adresse? Adresse, string? Siret);
