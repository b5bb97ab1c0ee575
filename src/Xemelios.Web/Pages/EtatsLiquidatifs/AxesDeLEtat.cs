using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Web.Pages.EtatsLiquidatifs;

/// <summary>What the rows of an état are called, and the filters that find their bulletins.</summary>
public static class AxesDeLEtat
{
    public static string Onglet(AxeDEtat axe) => $"Par {Nom(axe).ToLowerInvariant()}";

    /// <summary>Head of the column that names the rows.</summary>
    public static string Nom(AxeDEtat axe) => AxesDeLiquidation.Nom(axe);

    /// <summary>The name of what has no key.</summary>
    public static string SansCle(AxeDEtat axe) => axe switch
    {
        AxeDEtat.Rubrique => "Sans code",
        AxeDEtat.Agent => "Sans matricule",
        AxeDEtat.Chapitre => "Chapitre non déduit",
        AxeDEtat.Fonction => "Sans fonction connue",
        AxeDEtat.Etablissement => "L'employeur lui-même",
        AxeDEtat.Train => "Paye principale",
        _ => $"Sans {Nom(axe).ToLowerInvariant()}",
    };

    /// <summary>The name of a row.</summary>
    public static string NomDe(AxeDEtat axe, LigneLiquidee ligne)
    {
        if (string.IsNullOrEmpty(ligne.Cle))
            return SansCle(axe);
        return axe is AxeDEtat.Categorie or AxeDEtat.Statut ? ligne.Libelle ?? ligne.Cle : ligne.Cle;
    }

    /// <summary>A service, a grade, a statut, a category is its own label.</summary>
    public static bool ALibelle(AxeDEtat axe) => axe is not (AxeDEtat.Categorie or AxeDEtat.Service or AxeDEtat.Statut or AxeDEtat.Grade or AxeDEtat.Emploi or AxeDEtat.Fonction);

    /// <summary>The label of a category that the queries name in letters.</summary>
    public static string? Categorie(string? nom) => Enum.TryParse<CategorieDeLigne>(nom, out var lue) ? lue.Libelle() : nom;

    /// <summary>The bulletins whose lines make one figure of one row.</summary>
    public static string Bulletins(AdresseDEtat lieu, AxeDEtat axe, LigneLiquidee ligne, PartDePaye part)
    {
        var cle = Chemins.OuSans(ligne.Cle);
        return axe switch
        {
            AxeDEtat.Nature when part == PartDePaye.Retenues => lieu.Bulletins(("nature_retenues", cle)),
            AxeDEtat.Nature when part == PartDePaye.Avantages => lieu.Bulletins(("natures", cle), Part(part)),
            // A filter on the nature keeps gross and contributions alone: the others are found by what they are.
            AxeDEtat.Nature when part == PartDePaye.Autres => Bulletins(lieu, part),
            AxeDEtat.Nature when ligne.Cle is null && ligne.Montant == Montant.Zero && ligne.Retenues != Montant.Zero => lieu.Bulletins(("nature_retenues", cle)),
            AxeDEtat.Nature when ligne.Cle is null => lieu.Bulletins(("sans_nature", "oui"), Part(part)),
            AxeDEtat.Nature => lieu.Bulletins(("nature", cle), Part(part)),
            AxeDEtat.Train => (lieu with { Train = ligne.Cle ?? "" }).Bulletins(Part(part, PartDePaye.Bulletins)),
            _ => lieu.Bulletins([.. Filtres(axe, ligne), Part(part, axe is AxeDEtat.Rubrique or AxeDEtat.Categorie ? part : PartDePaye.Bulletins)]),
        };
    }

    /// <summary>The bulletins whose lines make one figure of a row inside other rows.</summary>
    public static string Bulletins(AdresseDEtat lieu, IEnumerable<(AxeDEtat Axe, LigneLiquidee Ligne)> chemin, PartDePaye part)
    {
        var etages = chemin.ToList();
        var ou = etages.Find(e => e.Axe == AxeDEtat.Train) is { Ligne: { } train } ? lieu with { Train = train.Cle ?? "" } : lieu;
        return ou.Bulletins([.. etages.SelectMany(e => Filtres(e.Axe, e.Ligne)), Part(part, PartDePaye.Bulletins)]);
    }

    /// <summary>The bulletins whose lines make one figure of the totals.</summary>
    public static string Bulletins(AdresseDEtat lieu, PartDePaye part) => lieu.Bulletins(Part(part, PartDePaye.Bulletins));

    private static IEnumerable<(string, string?)> Filtres(AxeDEtat axe, LigneLiquidee ligne)
    {
        var cle = Chemins.OuSans(ligne.Cle);
        return axe switch
        {
            AxeDEtat.Nature => [("natures", cle)],
            AxeDEtat.Chapitre or AxeDEtat.Fonction => [("natures", string.Join(',', ligne.Natures ?? [cle]))],
            AxeDEtat.Rubrique => [("rubrique", cle), ("categorie", ligne.Categorie)],
            AxeDEtat.Budget => [("budget_impute", cle)],
            AxeDEtat.Train => [],
            AxeDEtat.Agent => [("matricule", cle)],
            _ => [(axe.ToString().ToLowerInvariant(), cle)],
        };
    }

    // The filter on the nature keeps what is mandated already, so the amount of a nature asks for nothing more.
    private static (string, string?) Part(PartDePaye part, PartDePaye implicite = PartDePaye.Mandat) => part switch
    {
        _ when part == implicite || part == PartDePaye.Bulletins => ("part", null),
        PartDePaye.Avantages => ("categorie", nameof(CategorieDeLigne.AvantageNature)),
        _ => ("part", part.ToString().ToLowerInvariant()),
    };
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

    /// <summary>Avantages en nature alone.</summary>
    Avantages,

    /// <summary>Gross and employer contributions: what is to be mandated.</summary>
    Mandat,
}
