namespace Xemelios.Samples;

/// <summary>A pay line of a rule's case, as it is written in the file.</summary>
/// <param name="Montant">Null: an empty element.</param>
public sealed record LigneDeCas(Categorie Categorie, string Code, string Libelle, decimal? Montant)
{
    public decimal? Base { get; init; }

    public decimal? Taux { get; init; }

    public decimal? Unites { get; init; }

    public string? Caisse { get; init; }

    /// <summary>AAAA-MM of the month that it relates to.</summary>
    public string? Du { get; init; }
}

/// <summary>One bulletin of a rule's case. What is not said is an ordinary agent of a commune, paid what his index gives; totals are those of the lines.</summary>
public sealed record PayeDeCas(string Matricule)
{
    /// <summary>Annual value of the point since July 2023.</summary>
    private const decimal Point = 59.0734m;

    public string Mois { get; init; } = "2026-03";
    public string Civilite { get; init; } = "M.";
    public string? Nom { get; init; } = "FICTIF";
    public string? Prenom { get; init; } = "Camille";
    public string? Nir { get; init; } = "1800199001001";
    public string? CodePostal { get; init; } = "99000";
    public string? Ville { get; init; } = "SAINT-EXEMPLE";
    public int? Enfants { get; init; } = 0;
    public string? Statut { get; init; } = "TITULAIRE";
    public string? Emploi { get; init; } = "Agent administratif";
    public string? Grade { get; init; } = "Adjoint administratif";
    public string? Echelon { get; init; } = "05";
    public string? Service { get; init; } = "Services généraux";
    public int? Indice { get; init; } = 400;
    public IReadOnlyList<decimal> Nbi { get; init; } = [];
    public decimal? Quotite { get; init; } = 100;
    public decimal? Heures { get; init; } = 151.67m;
    public decimal? HeuresSup { get; init; } = 0;
    public string? Iban { get; init; } = "FR7630006000011234567890189";

    /// <summary>Établissement, code of the bank, of the branch, account and key, when the account is not an IBAN.</summary>
    public (string Banque, string Guichet, string Compte, string Cle)? Rib { get; init; }

    /// <summary>NET code, such as TAJ1.</summary>
    public string? RefStatutaire { get; init; }

    /// <summary>Elements put as they are at the end of the bulletin.</summary>
    public string Ajout { get; init; } = "";

    /// <summary>Codes of events.</summary>
    public IReadOnlyList<string> Evenements { get; init; } = [];

    /// <summary>First and last day that the bulletin pays, AAAA-MM-JJ; the whole month when null.</summary>
    public (string Debut, string Fin)? Periode { get; init; }

    public IReadOnlyList<(string? Code, decimal? Taux, decimal? Montant)> Budgets { get; init; } = [];

    /// <summary>The lines; null: the index pay of the month and nothing else.</summary>
    public IReadOnlyList<LigneDeCas>? Lignes { get; init; }

    /// <summary>Lines beside those.</summary>
    public IReadOnlyList<LigneDeCas> Et { get; init; } = [];

    public decimal? Brut { get; init; }
    public decimal? Net { get; init; }
    public decimal? NetAPayer { get; init; }
    public decimal? Imposable { get; init; }
    public decimal? CumulBrut { get; init; }
    public decimal? CumulImposable { get; init; }
    public decimal? CumulBaseSs { get; init; }
    public string? DatePaiement { get; init; }

    public IReadOnlyList<LigneDeCas> ToutesLesLignes => [.. Lignes ?? [Traitement()], .. Et];

    public decimal BrutDesLignes => ToutesLesLignes.Where(l => l.Categorie.EstBrut()).Sum(l => l.Montant ?? 0);

    public decimal NetDesLignes => (Brut ?? BrutDesLignes) - ToutesLesLignes.Where(l => l.Categorie is Categorie.Deduction or Categorie.Retenue).Sum(l => l.Montant ?? 0);

    /// <summary>The index pay of the month under the point of 2023-07-01, at the quotité written.</summary>
    public LigneDeCas Traitement(decimal? montant = null) =>
        new(Categorie.TraitBrut, "1000", "Traitement de base indiciaire", montant ?? Math.Round((Indice ?? 0) * Point / 12 * (Quotite ?? 100) / 100, 2, MidpointRounding.AwayFromZero));
}
