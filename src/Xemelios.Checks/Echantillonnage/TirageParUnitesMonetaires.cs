using Xemelios.Domain.Echantillons;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>Monetary unit sampling: cents at a fixed interval from a random start, the units in the order of their ranks. The chance of a unit is exactly its
/// amount over the interval; what is at least as large as the interval is taken apart, and the interval computed anew without it.</summary>
/// <remarks>Everything is multiplied by the size, so that the interval is a whole number.</remarks>
internal static class TirageParUnitesMonetaires
{
    private const string Depart = "depart";

    public static IEnumerable<StrateComposee> Tirer(IReadOnlyCollection<Unite> unites, EtendueDeTirage etendue, Hasard hasard)
    {
        var payees = unites.Where(u => u.Montant.Centimes > 0).ToList();
        yield return new StrateComposee(SorteDeStrate.HorsTirage, "", [.. unites.Where(u => u.Montant.Centimes <= 0)], []);
        var taille = etendue.Sur(payees.Count, payees.Count);
        var certaines = new List<Unite>();
        while (Grandes(payees, taille) is { Count: > 0 } grandes)
        {
            certaines.AddRange(payees.Where(grandes.Contains));
            payees.RemoveAll(grandes.Contains);
            taille -= grandes.Count;
        }

        yield return StrateComposee.Entiere(SorteDeStrate.Certaine, certaines);
        yield return new StrateComposee(SorteDeStrate.Sondee, "", payees, [.. Systematique(payees, taille, hasard)]);
    }

    private static HashSet<Unite> Grandes(List<Unite> unites, int taille)
    {
        var total = Total(unites);
        return [.. unites.Where(u => (Int128)u.Montant.Centimes * taille >= total)];
    }

    private static IEnumerable<Unite> Systematique(List<Unite> unites, int taille, Hasard hasard)
    {
        if (unites.Count == 0)
            yield break;
        var intervalle = Total(unites);
        var point = (Int128)hasard.Entier(Depart, (UInt128)intervalle);
        var fin = Int128.Zero;
        foreach (var unite in unites.OrderBy(u => hasard.Rang(u.Cle)).ThenBy(u => u.Cle, StringComparer.Ordinal))
        {
            fin += (Int128)unite.Montant.Centimes * taille;
            // Smaller than the interval, a unit holds one point at most.
            if (point >= fin)
                continue;
            yield return unite;
            point += intervalle;
        }
    }

    private static Int128 Total(IEnumerable<Unite> unites) => unites.Aggregate(Int128.Zero, (somme, u) => somme + u.Montant.Centimes);
}
