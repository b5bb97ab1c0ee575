namespace Xemelios.Samples;

/// <summary>The twelve line categories of an XHL bulletin, in schema order.</summary>
public enum Categorie
{
    TraitBrut,
    IndemResid,
    SupFam,
    AvantageNature,
    Indemnite,
    RemDivers,
    Deduction,
    Acompte,
    Rappel,
    Retenue,
    Cotisation,
    Commentaire,
}

/// <summary>What the categories do to the totals of a bulletin.</summary>
public static class Categories
{
    /// <summary>In <c>MtBrut</c>, with their sign. Benefits in kind are left out: nothing is paid in cash.</summary>
    public static bool EstBrut(this Categorie categorie) => categorie is Categorie.TraitBrut or Categorie.IndemResid
        or Categorie.SupFam or Categorie.Indemnite or Categorie.RemDivers or Categorie.Rappel;

    /// <summary>The three categories whose sign depends on the dialect.</summary>
    public static bool SuitLeSigneDuDialecte(this Categorie categorie) =>
        categorie is Categorie.Deduction or Categorie.Retenue or Categorie.Cotisation;
}
