namespace Xemelios.Samples;

/// <summary>The cases of all rules.</summary>
public static class CasDesRegles
{
    /// <summary>By code of rule.</summary>
    public static IReadOnlyList<CasDeRegle> Tous() => [.. new[] { CasDuTraitement.Tous(), CasDesFichiers.Tous(), CasDesTotaux.Tous(), CasDesDonnees.Tous(), CasDesIdentites.Tous() }.SelectMany(c => c).OrderBy(c => c.Code, StringComparer.Ordinal)];

    internal static LigneDeCas Ligne(Categorie categorie, string code, string libelle, decimal? montant) => new(categorie, code, libelle, montant);
}
