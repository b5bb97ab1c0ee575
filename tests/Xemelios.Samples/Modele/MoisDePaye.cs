namespace Xemelios.Samples;

/// <summary>The public body that pays.</summary>
public sealed record EmployeurFictif(string Siret, string Nom, ProfilDePaye Profil)
{
    public string Rue { get; init; } = "1 place de la Mairie";
    public string CodePostal { get; init; } = "99000";
    public string Ville { get; init; } = "SAINT-EXEMPLE";
    public string CodePoste { get; init; } = "099001";
    public string CodeCollectivite { get; init; } = "123";

    /// <summary>FINESS juridique, for hospitals only.</summary>
    public string? FinJur => Profil == ProfilDePaye.Hopital ? "990000123" : null;
}

/// <summary>Which rubriques and accounts apply.</summary>
public enum ProfilDePaye
{
    Commune,
    Hopital,
}

/// <summary>How the amounts of <c>RepartitionParNature</c> are written.</summary>
public enum ConventionDeSigne
{
    /// <summary>Positive amounts on plain accounts.</summary>
    Positive,

    /// <summary>Hospitals: gross positive, withholdings negative on the same account, employer shares negative, codes longer than the account.</summary>
    Signee,
}

/// <summary>A row of <c>RepartitionParNature</c>.</summary>
public sealed record LigneDeRepartition(string Code, string Libelle, long Mt);

/// <summary>An état de paye: one employer, budget, month and train.</summary>
public sealed record MoisDePaye
{
    public required EmployeurFictif Employeur { get; init; }
    public string? Budget { get; init; }
    public string BudgetLibelle { get; init; } = "BUDGET PRINCIPAL";
    public required int Annee { get; init; }
    public required int Mois { get; init; }
    public string? Train { get; init; }
    public required IReadOnlyList<BulletinFictif> Bulletins { get; init; }

    /// <summary>Whether the nomenclature of rubriques gives the accounts; many real ones do not.</summary>
    public bool AvecNatures { get; init; } = true;

    public ConventionDeSigne Convention { get; init; }

    /// <summary>Whether the nomenclature lists rubriques that no line uses, as the format asks for; small cases do without.</summary>
    public bool NomenclatureComplete { get; init; } = true;

    /// <summary>Rubriques of the nomenclature.</summary>
    public IReadOnlyList<RubriqueFictive> Rubriques => NomenclatureComplete
        ? CatalogueDeRubriques.De(Employeur.Profil)
        : [.. Bulletins.SelectMany(b => b.Lignes).Select(l => l.Rubrique).Distinct().OrderBy(r => r.Code, StringComparer.Ordinal)];

    /// <summary>Month as <c>AAAA-MM</c>.</summary>
    public string MoisIso => $"{Annee:0000}-{Mois:00}";
}
