namespace Xemelios.Domain.Paye;

/// <summary>The agent as one bulletin describes him. Null is "not in the file"; an empty text is "there and empty".</summary>
/// <remarks>Filled element by element while it is read; not changed afterwards.</remarks>
public sealed record Agent
{
    public string? Civilite { get; set; }

    public string? Nom { get; set; }

    public string? ComplementNom { get; set; }

    public string? Prenom { get; set; }

    /// <summary>Opaque text: leading zeros matter.</summary>
    public string? Matricule { get; set; }

    public string? Nir { get; set; }

    public Adresse? Adresse { get; set; }

    public int? NbEnfants { get; set; }

    public string? Statut { get; set; }

    public string? ReferenceStatutaireCode { get; set; }

    public string? ReferenceStatutaireLibelle { get; set; }

    public string? EmploiMetier { get; set; }

    public string? Grade { get; set; }

    public string? Echelon { get; set; }

    /// <summary>The indice as written; <see cref="Indice"/> is its number.</summary>
    public string? IndiceTexte { get; set; }

    /// <summary>The indice majoré; null when absent, empty or zero (defect D45).</summary>
    public int? Indice { get; set; }

    public CompteBancaire? Compte { get; set; }
}
