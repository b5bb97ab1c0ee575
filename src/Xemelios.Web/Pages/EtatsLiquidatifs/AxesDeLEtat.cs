using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Web.Pages.EtatsLiquidatifs;

/// <summary>What the rows of an état are called, and the filters that find their bulletins.</summary>
public static class AxesDeLEtat
{
    public static string Onglet(AxeDEtat axe) => $"Par {Nom(axe).ToLowerInvariant()}";

    /// <summary>Head of the column that names the rows.</summary>
    public static string Nom(AxeDEtat axe) => axe switch
    {
        AxeDEtat.Nature => "Nature",
        AxeDEtat.Rubrique => "Rubrique",
        AxeDEtat.Categorie => "Catégorie",
        AxeDEtat.Service => "Service",
        AxeDEtat.Statut => "Statut",
        AxeDEtat.Agent => "Agent",
        _ => throw new ArgumentOutOfRangeException(nameof(axe)),
    };

    /// <summary>The name of what has no key.</summary>
    public static string SansCle(AxeDEtat axe) => axe switch
    {
        AxeDEtat.Nature => "Sans nature",
        AxeDEtat.Rubrique => "Sans code",
        AxeDEtat.Categorie => "Sans catégorie",
        AxeDEtat.Service => "Sans service",
        AxeDEtat.Statut => "Sans statut",
        AxeDEtat.Agent => "Sans matricule",
        _ => throw new ArgumentOutOfRangeException(nameof(axe)),
    };

    /// <summary>The label of a category that the queries name in letters.</summary>
    public static string? Categorie(string? nom) => Enum.TryParse<CategorieDeLigne>(nom, out var lue) ? lue.Libelle() : nom;

    /// <summary>The bulletins whose lines make one figure of one row.</summary>
    public static string Bulletins(AdresseDEtat lieu, AxeDEtat axe, LigneLiquidee ligne, PartDePaye part)
    {
        var cle = Chemins.OuSans(ligne.Cle);
        return axe switch
        {
            AxeDEtat.Nature when part == PartDePaye.Retenues => lieu.Bulletins(("nature_retenues", cle)),
            // A filter on the nature keeps gross and contributions alone: the others are found by what they are.
            AxeDEtat.Nature when part == PartDePaye.Autres => Bulletins(lieu, part),
            AxeDEtat.Nature when ligne.Cle is null && ligne.Montant == Montant.Zero && ligne.Retenues != Montant.Zero => lieu.Bulletins(("nature_retenues", cle)),
            AxeDEtat.Nature when ligne.Cle is null => lieu.Bulletins(("sans_nature", "oui"), Part(part)),
            AxeDEtat.Nature => lieu.Bulletins(("nature", cle), Part(part)),
            AxeDEtat.Rubrique => lieu.Bulletins(("rubrique", cle), ("categorie", ligne.Categorie)),
            AxeDEtat.Categorie => lieu.Bulletins(("categorie", cle)),
            AxeDEtat.Service => lieu.Bulletins(("service", cle), Part(part, PartDePaye.Bulletins)),
            AxeDEtat.Statut => lieu.Bulletins(("statut", cle), Part(part, PartDePaye.Bulletins)),
            _ => lieu.Bulletins(("matricule", cle), Part(part, PartDePaye.Bulletins)),
        };
    }

    /// <summary>The bulletins whose lines make one figure of the totals.</summary>
    public static string Bulletins(AdresseDEtat lieu, PartDePaye part) => lieu.Bulletins(Part(part, PartDePaye.Bulletins));

    // The filter on the nature keeps what is mandated already, so the amount of a nature asks for nothing more.
    private static (string, string?) Part(PartDePaye part, PartDePaye implicite = PartDePaye.Mandat) =>
        ("part", part == implicite || part == PartDePaye.Bulletins ? null : part.ToString().ToLowerInvariant());
}

/// <summary>Which lines of the bulletins a column of an état sums.</summary>
public enum PartDePaye
{
    /// <summary>Declared figures of whole bulletins.</summary>
    Bulletins,
    Brut,
    Retenues,
    Charges,

    /// <summary>What is neither gross, nor withheld, nor employer's share: avantages en nature, acomptes, unknown categories.</summary>
    Autres,

    /// <summary>Gross and employer contributions: what is to be mandated.</summary>
    Mandat,
}
