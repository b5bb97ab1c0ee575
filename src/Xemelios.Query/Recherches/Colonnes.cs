using Xemelios.Query.Criteres;

namespace Xemelios.Query.Recherches;

/// <summary>The columns of each search: nothing else can be shown, sorted on or grouped by.</summary>
public static class Colonnes
{
    /// <summary>Every column of a search, in the order in which it is offered.</summary>
    public static IReadOnlyList<Colonne> Toutes(Sujet sujet) => sujet switch
    {
        Sujet.Bulletins => ColonnesDeBulletins.Toutes,
        Sujet.Lignes => ColonnesDeLignes.Toutes,
        _ => ColonnesDeRepartition.Toutes,
    };

    /// <summary>The column of this key.</summary>
    /// <exception cref="CritereInconnuException">there is none.</exception>
    public static Colonne Trouver(Sujet sujet, string cle) =>
        Toutes(sujet).FirstOrDefault(c => c.Cle == cle) ?? throw new CritereInconnuException(cle);

    /// <summary>The columns of these keys, between commas, in their order; the default ones when there is no key, with those that
    /// the criteria bring along (XéMéLios "Afficher le champ").</summary>
    public static IReadOnlyList<Colonne> Choisir(Sujet sujet, string? cles, Condition condition)
    {
        if (!string.IsNullOrEmpty(cles))
            return [.. cles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Select(c => Trouver(sujet, c))];
        var criteres = Criteres(condition).Select(c => c.Cle).ToHashSet(StringComparer.Ordinal);
        var surLignes = sujet == Sujet.Bulletins && ChercheDesLignes(condition);
        return [.. Toutes(sujet).Where(c => c.ParDefaut || (c.Critere is { } critere && Apportees.Contains(c.Cle) && criteres.Contains(critere)) || (surLignes && c.Cle == "montant_trouve"))];
    }

    /// <summary>The optional columns of XéMéLios: they come with their criterion.</summary>
    private static readonly HashSet<string> Apportees =
        ["imposable", "heures_sup", "heures_total", "quotite", "nbi", "nir", "enfants", "grade", "echelon", "etablissement"];

    /// <summary>Lines are looked for, which the columns "trouvé" count; those that must not be there are not found.</summary>
    public static bool ChercheDesLignes(Condition condition) => condition switch
    {
        Et et => et.Termes.Any(ChercheDesLignes),
        LigneAvec => true,
        Test test => test.Critere.SurLigne && test.Operateur is not (Operateur.Different or Operateur.Vide),
        _ => false,
    };

    /// <summary>The criteria that a condition uses, however deep.</summary>
    public static IEnumerable<Critere> Criteres(Condition condition) => condition switch
    {
        Test test => [test.Critere],
        LigneAvec ligne => Criteres(ligne.Terme),
        Non non => Criteres(non.Terme),
        Et et => et.Termes.SelectMany(Criteres),
        Ou ou => ou.Termes.SelectMany(Criteres),
        _ => [],
    };
}
