namespace Xemelios.Domain.Paye;

/// <summary>The agent as one bulletin describes him. Null is "not in the file"; an empty text is "there and empty".</summary>
public sealed record Agent
{
    public string? Civilite { get; init; }

    public string? Nom { get; init; }

    public string? ComplementNom { get; init; }

    public string? Prenom { get; init; }

    /// <summary>Opaque text: leading zeros matter.</summary>
    public string? Matricule { get; init; }

    public string? Nir { get; init; }

    public Adresse? Adresse { get; init; }

    public int? NbEnfants { get; init; }

    public string? Statut { get; init; }

    public string? ReferenceStatutaireCode { get; init; }

    public string? ReferenceStatutaireLibelle { get; init; }

    public string? EmploiMetier { get; init; }

    public string? Grade { get; init; }

    public string? Echelon { get; init; }

    /// <summary>The indice as written; <see cref="Indice"/> is its number.</summary>
    public string? IndiceTexte { get; init; }

    /// <summary>The indice majoré; null when absent, empty or zero (defect D45).</summary>
    public int? Indice { get; init; }

    public CompteBancaire? Compte { get; init; }
}
