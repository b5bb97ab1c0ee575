namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The families of budgetary and accounting plans, as far as chapitres of pay need them.</summary>
public enum NomenclatureComptable
{
    /// <summary>M57, and M14 before 2024: communes, départements, régions.</summary>
    M57,

    /// <summary>M21 and M22: établissements publics de santé, sociaux et médico-sociaux.</summary>
    M21,
}

/// <summary>A chapitre of the budget, or a titre of the EPRD.</summary>
public sealed record ChapitreDePaye(string Code, string Libelle);

/// <summary>The chapitre of a nature of pay (PES page §19). What the page does not derive has none.</summary>
public static class ChapitresDePaye
{
    private static readonly ChapitreDePaye Personnel = new("012", "Charges de personnel et frais assimilés");
    private static readonly ChapitreDePaye Attenuations = new("013", "Atténuations de charges");
    private static readonly ChapitreDePaye Gestion = new("65", "Autres charges de gestion courante (élus)");
    private static readonly ChapitreDePaye Titre1 = new("1", "Titre 1 – Charges de personnel");

    /// <summary>First prefix that fits decides.</summary>
    private static readonly (string Prefixe, ChapitreDePaye Chapitre)[] DeM57 =
    [
        ("6419", Attenuations), ("6459", Attenuations), ("6479", Attenuations),
        ("621", Personnel), ("631", Personnel), ("633", Personnel), ("64", Personnel), ("653", Gestion),
    ];

    private static readonly (string Prefixe, ChapitreDePaye Chapitre)[] DeM21 =
        [("621", Titre1), ("631", Titre1), ("633", Titre1), ("64", Titre1)];

    /// <summary>The chapitre of an account; null for what is not an account of pay, and for none.</summary>
    public static ChapitreDePaye? Trouver(string? nature, NomenclatureComptable nomenclature) => nature is null ? null
        : (nomenclature == NomenclatureComptable.M21 ? DeM21 : DeM57)
            .FirstOrDefault(r => nature.StartsWith(r.Prefixe, StringComparison.Ordinal)).Chapitre;

    /// <summary>Every chapitre, by its code.</summary>
    public static IReadOnlyDictionary<string, string> Libelles { get; } =
        new[] { Personnel, Attenuations, Gestion, Titre1 }.ToDictionary(c => c.Code, c => c.Libelle);

    /// <summary>M21 or M22 when the mandats of the employer serve FinJur, or when it pays personnel médical (642, which M57 has not).</summary>
    public static NomenclatureComptable Deduire(bool finJur, IEnumerable<string> natures) =>
        finJur || natures.Any(n => n.StartsWith("642", StringComparison.Ordinal)) ? NomenclatureComptable.M21 : NomenclatureComptable.M57;
}
