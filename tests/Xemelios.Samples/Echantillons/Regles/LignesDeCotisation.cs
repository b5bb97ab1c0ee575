namespace Xemelios.Samples;

/// <summary>Lines of contributions: their label, then base, rate and amount.</summary>
internal static class LignesDeCotisation
{
    /// <summary>What is withheld from the agent.</summary>
    public static LigneDeCas Agent(string libelle, decimal? montant, decimal? @base = null, decimal? taux = null) =>
        new(Categorie.Deduction, Code('D', libelle), libelle, montant) { Base = @base, Taux = taux };

    /// <summary>What the employer bears.</summary>
    public static LigneDeCas Employeur(string libelle, decimal? montant, decimal? @base = null, decimal? taux = null) =>
        new(Categorie.Cotisation, Code('C', libelle), libelle, montant) { Base = @base, Taux = taux };

    private static string Code(char sorte, string libelle) => $"{sorte}{libelle.Aggregate(7, (n, c) => (n * 31 + c) % 997):000}";
}
