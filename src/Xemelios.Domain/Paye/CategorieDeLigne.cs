namespace Xemelios.Domain.Paye;

/// <summary>The twelve categories of pay lines, in the order of the schema, with the numbers stored in the tables.</summary>
public enum CategorieDeLigne : byte
{
    TraitBrut = 1,
    IndemResid = 2,
    SupFam = 3,
    AvantageNature = 4,
    Indemnite = 5,
    RemDivers = 6,
    Deduction = 7,
    Acompte = 8,
    Rappel = 9,
    Retenue = 10,
    Cotisation = 11,
    Commentaire = 12,

    /// <summary>A category that the format does not know (defect D22): kept, shown, excluded from the totals.</summary>
    Inconnue = 99,
}

/// <summary>What each category means for the sums, and the words that readers use for it (XéMéLios vocabulary).</summary>
public static class CategoriesDeLigne
{
    /// <summary>The categories whose sum is the gross pay: G of the format page, §7.2.</summary>
    public static readonly IReadOnlyList<CategorieDeLigne> Brut =
    [
        CategorieDeLigne.TraitBrut, CategorieDeLigne.IndemResid, CategorieDeLigne.SupFam,
        CategorieDeLigne.Indemnite, CategorieDeLigne.RemDivers, CategorieDeLigne.Rappel,
    ];

    /// <summary>The categories withheld from the agent, where files differ on the sign.</summary>
    public static readonly IReadOnlyList<CategorieDeLigne> Retenues = [CategorieDeLigne.Deduction, CategorieDeLigne.Retenue];

    /// <summary>Whether it is one of <see cref="Brut"/>; asked for every line.</summary>
    public static bool EstBrut(this CategorieDeLigne categorie) => categorie is
        CategorieDeLigne.TraitBrut or CategorieDeLigne.IndemResid or CategorieDeLigne.SupFam
        or CategorieDeLigne.Indemnite or CategorieDeLigne.RemDivers or CategorieDeLigne.Rappel;

    public static bool EstRetenue(this CategorieDeLigne categorie) => Retenues.Contains(categorie);

    /// <summary>The French label shown to readers.</summary>
    public static string Libelle(this CategorieDeLigne categorie) => categorie switch
    {
        CategorieDeLigne.TraitBrut => "Traitement principal",
        CategorieDeLigne.IndemResid => "Indemnité de résidence",
        CategorieDeLigne.SupFam => "Supplément familial",
        CategorieDeLigne.AvantageNature => "Avantage en nature",
        CategorieDeLigne.Indemnite => "Autre indemnité",
        CategorieDeLigne.RemDivers => "Rémunérations diverses",
        CategorieDeLigne.Deduction => "Déduction sur brut",
        CategorieDeLigne.Acompte => "Acompte",
        CategorieDeLigne.Rappel => "Rappel",
        CategorieDeLigne.Retenue => "Retenue sur net",
        CategorieDeLigne.Cotisation => "Cotisation patronale",
        CategorieDeLigne.Commentaire => "Commentaire",
        _ => "Catégorie inconnue",
    };
}
