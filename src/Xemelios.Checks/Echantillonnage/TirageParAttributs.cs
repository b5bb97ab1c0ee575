using Xemelios.Domain.Echantillons;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>Simple random sampling without replacement: the units of smallest rank. A larger size goes on with the same ones.</summary>
internal static class TirageParAttributs
{
    public static StrateComposee Tirer(IReadOnlyCollection<Unite> unites, EtendueDeTirage etendue, Hasard hasard) =>
        DUneStrate("", unites, etendue.Sur(unites.Count, unites.Count), hasard);

    /// <summary>The same in each stratum, by the order of their names.</summary>
    public static IEnumerable<StrateComposee> ParStrate(IReadOnlyCollection<Unite> unites, EtendueDeTirage etendue, Hasard hasard) =>
        unites.GroupBy(u => u.Strate).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => DUneStrate(g.Key, [.. g], etendue.Sur(g.Count(), unites.Count), hasard));

    private static StrateComposee DUneStrate(string nom, IReadOnlyCollection<Unite> unites, int taille, Hasard hasard) => new(
        SorteDeStrate.Sondee, nom, unites, [.. unites.Select(u => (Unite: u, Rang: hasard.Rang(u.Cle))).OrderBy(u => u.Rang).ThenBy(u => u.Unite.Cle, StringComparer.Ordinal).Take(taille).Select(u => u.Unite)]);
}
