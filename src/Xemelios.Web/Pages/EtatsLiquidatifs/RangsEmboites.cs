using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Web.Pages.EtatsLiquidatifs;

/// <summary>One row of a nested état as it is shown.</summary>
/// <param name="Chemin">The rows in which it is, outermost first, itself last.</param>
/// <param name="Bascule">The address that opens or closes it; null for a leaf.</param>
public sealed record RangEmboite(IReadOnlyList<(AxeDEtat Axe, LigneLiquidee Ligne)> Chemin, string Ancre, bool Ouvert, string? Bascule)
{
    public LigneLiquidee Ligne => Chemin[^1].Ligne;

    public AxeDEtat Axe => Chemin[^1].Axe;

    public string Nom => AxesDeLEtat.NomDe(Axe, Ligne);
}

/// <summary>Unrolls the open rows of a nested état.</summary>
public static class RangsEmboites
{
    /// <summary>What a browser shows without pain.</summary>
    public const int Maximum = 2000;

    public static IReadOnlyList<RangEmboite> Derouler(EtatEmboite etat, AdresseDEtat lieu, string ouvertes)
    {
        var noms = ouvertes.Split(';', StringSplitOptions.RemoveEmptyEntries).ToList();
        return [.. Derouler(etat.Lignes, [], "").Take(Maximum)];

        IEnumerable<RangEmboite> Derouler(IReadOnlyList<LigneLiquidee> lignes, IReadOnlyList<(AxeDEtat, LigneLiquidee)> dessus, string parent)
        {
            var axe = etat.Par[dessus.Count];
            foreach (var ligne in lignes)
            {
                var nom = CheminDeLigne.Sous(parent, ligne);
                var ouvert = ligne.Enfants is not null;
                List<(AxeDEtat, LigneLiquidee)> chemin = [.. dessus, (axe, ligne)];
                var bascule = chemin.Count == etat.Par.Count ? null
                    : $"{lieu.Chaine(etat.Par, ouvert ? Sans(noms, nom, parent) : [.. noms, nom])}#{Ancre(nom)}";
                yield return new RangEmboite(chemin, Ancre(nom), ouvert, bascule);
                if (ligne.Enfants is null)
                    continue;
                foreach (var enfant in Derouler(ligne.Enfants, chemin, nom))
                    yield return enfant;
            }
        }
    }

    // A closed row closes what it holds; its parent stays open.
    private static List<string> Sans(List<string> noms, string ferme, string parent)
    {
        var restes = noms.Where(n => n != ferme && !n.StartsWith(ferme + "/", StringComparison.Ordinal)).ToList();
        if (parent.Length > 0 && !restes.Exists(n => n == parent || n.StartsWith(parent + "/", StringComparison.Ordinal)))
            restes.Add(parent);
        return restes;
    }

    private static string Ancre(string nom) => "l-" + Uri.EscapeDataString(nom);
}
