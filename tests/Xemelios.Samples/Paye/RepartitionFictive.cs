using System.Globalization;

namespace Xemelios.Samples;

/// <summary>Builds the rows of <c>RepartitionParNature</c> from the lines, in either sign convention.</summary>
public static class RepartitionFictive
{
    /// <summary>Rows for these bulletins, in order of code.</summary>
    public static List<LigneDeRepartition> De(IEnumerable<BulletinFictif> bulletins, ConventionDeSigne convention) =>
        convention == ConventionDeSigne.Signee ? Signee(bulletins) : Positive(bulletins);

    /// <summary>Gross and employer contributions by account: what a mandat should pay, whatever the convention.</summary>
    public static SortedDictionary<string, long> ParNature(IEnumerable<BulletinFictif> bulletins)
    {
        var totaux = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var ligne in bulletins.SelectMany(b => b.Lignes))
        {
            if (ligne.Nature is { } nature)
                totaux[nature] = totaux.GetValueOrDefault(nature) + ligne.Mt;
        }

        return totaux;
    }

    private static List<LigneDeRepartition> Positive(IEnumerable<BulletinFictif> bulletins) =>
        [.. ParNature(bulletins).Select(p => new LigneDeRepartition(p.Key, CatalogueDeRubriques.LibelleDeNature(p.Key), p.Value))];

    private static List<LigneDeRepartition> Signee(IEnumerable<BulletinFictif> bulletins)
    {
        var totaux = new SortedDictionary<string, (string Libelle, long Mt)>(StringComparer.Ordinal);
        foreach (var ligne in bulletins.SelectMany(b => b.Lignes))
        {
            if (Ligne(ligne) is not { } r)
                continue;
            totaux[r.Code] = (r.Libelle, totaux.GetValueOrDefault(r.Code).Mt + r.Mt);
        }

        return [.. totaux.Select(p => new LigneDeRepartition(p.Key, p.Value.Libelle, p.Value.Mt))];
    }

    private static LigneDeRepartition? Ligne(LigneFictive ligne)
    {
        if (ligne.Categorie == Categorie.Cotisation)
            return new(CodeLong(ligne.Rubrique.NatureEmp!, ligne.Rubrique.Code), $"{ligne.Rubrique.NatureEmp} - {ligne.Rubrique.Libelle}", -ligne.Mt);
        if (ligne.Categorie.EstBrut())
            return new($"{ligne.Rubrique.NatureSal}99501", $"{ligne.Rubrique.NatureSal} - BRUT", ligne.Mt);
        return ligne.Categorie == Categorie.Deduction ? Retenue(ligne) : null;
    }

    // A relief on overtime is a negative deduction: it lowers the pension row, so that no withholding row turns positive.
    private static LigneDeRepartition Retenue(LigneFictive ligne)
    {
        var code = ligne.Rubrique.Code == "5090" ? "5000" : ligne.Rubrique.Code;
        return new(CodeLong(ligne.Rubrique.NatureSal!, code), $"{ligne.Rubrique.NatureSal} - RETENUE {code}", -ligne.Mt);
    }

    private static string CodeLong(string compte, string rubrique) =>
        string.Create(CultureInfo.InvariantCulture, $"{compte}9{rubrique}");
}
