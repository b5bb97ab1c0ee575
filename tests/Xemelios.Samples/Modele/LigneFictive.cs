namespace Xemelios.Samples;

/// <summary>A period, both ends included.</summary>
public sealed record PeriodeFictive(DateOnly Debut, DateOnly Fin)
{
    /// <summary>The whole month.</summary>
    public static PeriodeFictive DuMois(int annee, int mois) =>
        new(new DateOnly(annee, mois, 1), new DateOnly(annee, mois, DateTime.DaysInMonth(annee, mois)));
}

/// <summary>A pay line, in normalised sign: withholdings and contributions are positive when withheld or charged.</summary>
public sealed record LigneFictive(RubriqueFictive Rubrique, long Mt)
{
    /// <summary>Base in cents.</summary>
    public long? Base { get; init; }

    /// <summary>Percent, or price of a unit.</summary>
    public decimal? Taux { get; init; }

    /// <summary>Hours, days.</summary>
    public decimal? NbUnite { get; init; }

    /// <summary>Period that the line relates to, when it is not the bulletin's.</summary>
    public PeriodeFictive? PeriodeRef { get; init; }

    /// <summary>Label printed on the bulletin when it is not the rubrique's.</summary>
    public string? LibellePropre { get; init; }

    /// <summary>Category, from the rubrique.</summary>
    public Categorie Categorie => Rubrique.Categorie;

    /// <summary>Nature that the line is charged to: employer account for a contribution, pay account for gross, none otherwise.</summary>
    public string? Nature => Categorie == Categorie.Cotisation ? Rubrique.NatureEmp : Categorie.EstBrut() ? Rubrique.NatureSal : null;
}

/// <summary>A rubrique of the employer's nomenclature. <paramref name="CodeSalarial"/> pairs an employer share with its employee share.</summary>
public sealed record RubriqueFictive(
    string Code, string Libelle, Categorie Categorie, string? Caisse = null, string? NatureSal = null, string? NatureEmp = null,
    string? CodeSalarial = null);
