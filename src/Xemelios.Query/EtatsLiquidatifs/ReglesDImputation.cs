using System.Text.Json.Serialization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Who names the fonctions of an état.</summary>
public enum OrigineDesFonctions
{
    Aucune,

    /// <summary>RepartitionParNature of the files.</summary>
    Repartition,

    /// <summary>The lines of the mandats linked to the état.</summary>
    Mandats,
}

/// <summary>The amount that the répartition, or the mandats, put on one fonction of a nature.</summary>
/// <param name="Fonction">Null for the rows that name none.</param>
public sealed record PartDeFonction(string Nature, string? Fonction, Montant Montant);

/// <summary>How chapitres and fonctions are given to the natures of an état.</summary>
/// <remarks>Pay lines bear no fonction. A nature that is put on one fonction only gives it to its lines; the lines of a nature put on
/// several cannot be told apart, and stay together under the names of all of them.</remarks>
/// <param name="Nomenclature">Deduced: see <see cref="ChapitresDePaye.Deduire"/>.</param>
public sealed record ReglesDImputation(NomenclatureComptable Nomenclature, OrigineDesFonctions Fonctions)
{
    /// <summary>What is between the fonctions of a nature that has several.</summary>
    public const string Separateur = " + ";

    private readonly Dictionary<string, string> _parNature = [];

    /// <summary>The amounts declared by fonction, nature by nature.</summary>
    [JsonIgnore]
    public IReadOnlyList<PartDeFonction> Parts { get; private init; } = [];

    public string? Chapitre(string? nature) => ChapitresDePaye.Trouver(nature, Nomenclature)?.Code;

    /// <summary>The fonction, or the fonctions together; null when nobody names any.</summary>
    public string? Fonction(string? nature) => nature is null ? null : _parNature.GetValueOrDefault(nature);

    internal static ReglesDImputation Etablir(
        NomenclatureComptable nomenclature, IReadOnlyList<PartDeFonction> repartition, IReadOnlyList<PartDeFonction> mandats)
    {
        var origine = repartition.Any(p => p.Fonction is not null) ? OrigineDesFonctions.Repartition
            : mandats.Any(p => p.Fonction is not null) ? OrigineDesFonctions.Mandats : OrigineDesFonctions.Aucune;
        var parts = origine switch { OrigineDesFonctions.Repartition => repartition, OrigineDesFonctions.Mandats => mandats, _ => [] };
        var regles = new ReglesDImputation(nomenclature, origine) { Parts = parts };
        foreach (var nature in parts.GroupBy(p => p.Nature))
        {
            // Rows without fonction are a place of their own beside the others: the nature is then not on one fonction only.
            var fonctions = nature.Select(p => p.Fonction ?? "?").Distinct().Order(StringComparer.Ordinal).ToList();
            if (fonctions is not ["?"])
                regles._parNature[nature.Key] = string.Join(Separateur, fonctions);
        }

        return regles;
    }
}
