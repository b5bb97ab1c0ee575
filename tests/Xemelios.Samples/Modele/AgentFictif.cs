namespace Xemelios.Samples;

/// <summary>Groups of staff that are paid by the same rubriques.</summary>
public enum Population
{
    Titulaire,
    Contractuel,
    Elu,
    HospitalierTitulaire,
    HospitalierContractuel,
    Praticien,
}

/// <summary>An invented person; what is stable from month to month. NIR use department 99, which no living person has in this form.</summary>
public sealed record AgentFictif
{
    public required string Matricule { get; init; }
    public required Population Population { get; init; }
    public required string Civilite { get; init; }
    public required string Nom { get; init; }
    public string NomDeNaissance { get; init; } = "";
    public required string Prenom { get; init; }
    public required string Nir { get; init; }
    public required string Rue { get; init; }
    public int NbEnfants { get; init; }
    public required string Emploi { get; init; }
    public required string Grade { get; init; }
    public required int Echelon { get; init; }
    public required int Indice { get; init; }
    public required string Service { get; init; }
    public decimal Quotite { get; init; } = 100m;
    public int Nbi { get; init; }

    /// <summary>Monthly bonus in cents, or the monthly allowance of an élu.</summary>
    public long Prime { get; init; }

    /// <summary>Mutual insurance withheld on the net, in cents; 0 for none.</summary>
    public long Mutuelle { get; init; }

    /// <summary>Rate of the income tax withheld, percent.</summary>
    public decimal TauxImpot { get; init; }

    /// <summary>Whether the bank account is given as BIC and IBAN (else as a French RIB).</summary>
    public bool EnIban { get; init; }

    /// <summary>Ten digits of an invented account.</summary>
    public required string Compte { get; init; }

    /// <summary>Value of <c>Statut</c> in the schema.</summary>
    public string Statut => Population switch
    {
        Population.Titulaire or Population.HospitalierTitulaire => "TITULAIRE",
        Population.Elu => "AUTRE_STATUT",
        _ => "NON_TITULAIRE",
    };
}
