using Xemelios.Domain.Paye;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The key of a row on one axis; a rubrique is told apart by its category too.</summary>
internal readonly record struct CleDAxe(string? Cle, CategorieDeLigne? Categorie = null)
{
    /// <summary>As an address names it: <see cref="Sans"/> for none, "Indemnite:2000" for a rubrique.</summary>
    public string Texte => Categorie is { } categorie && Cle != categorie.ToString() ? $"{categorie}:{Cle ?? Sans}" : Cle ?? Sans;

    public const string Sans = Filters.FiltresDeBulletins.Sans;
}

/// <summary>What each axis is read from.</summary>
public static class AxesDeLiquidation
{
    /// <summary>Axes whose rows hold whole bulletins, or whole shares of bulletins: declared amounts have a meaning there.</summary>
    public static bool SurLeBulletin(this AxeDEtat axe) => axe is not (AxeDEtat.Nature or AxeDEtat.Rubrique or AxeDEtat.Categorie or AxeDEtat.Chapitre or AxeDEtat.Fonction);

    /// <summary>Reads "nature,rubrique,agent": one to three different axes; null when it does not read.</summary>
    public static IReadOnlyList<AxeDEtat>? LireChaine(string? texte)
    {
        var axes = new List<AxeDEtat>();
        foreach (var mot in (texte ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!char.IsLetter(mot[0]) || !Enum.TryParse<AxeDEtat>(mot, ignoreCase: true, out var axe) || axes.Contains(axe))
                return null;
            axes.Add(axe);
        }

        return axes.Count is >= 1 and <= 3 ? axes : null;
    }

    /// <summary>Head of the column that names the rows.</summary>
    public static string Nom(this AxeDEtat axe) => axe switch
    {
        AxeDEtat.Categorie => "Catégorie",
        AxeDEtat.Etablissement => "Établissement",
        _ => axe.ToString(),
    };

    /// <summary>"nature,rubrique,agent".</summary>
    public static string EnTexte(this IEnumerable<AxeDEtat> axes) => string.Join(',', axes.Select(a => a.ToString().ToLowerInvariant()));

    // The sums made at import hold these; the others ask for the lines of each bulletin.
    internal static bool DansLesTotaux(this AxeDEtat axe) => !axe.SurLeBulletin() || axe is AxeDEtat.Statut or AxeDEtat.Train;

    /// <summary>The key on a bulletin <c>p</c> with its agent <c>a</c>, file <c>v</c>, établissement <c>t</c>, words and share.</summary>
    internal static string CleSql(this AxeDEtat axe) => axe switch
    {
        AxeDEtat.Service => "service.texte",
        AxeDEtat.Statut => "statut.texte",
        AxeDEtat.Grade => "grade.texte",
        AxeDEtat.Emploi => "emploi.texte",
        AxeDEtat.Etablissement => "coalesce(nullif(trim(t.siret), ''), nullif(trim(t.nom), ''))",
        AxeDEtat.Train => "nullif(v.train, '')",
        AxeDEtat.Agent => "a.matricule",
        AxeDEtat.Budget => "nullif(coalesce(part.budget, v.budget), '')",
        _ => throw new ArgumentOutOfRangeException(nameof(axe)),
    };

    internal static string LibelleSql(this AxeDEtat axe) => axe switch
    {
        AxeDEtat.Etablissement => "nullif(trim(t.nom), '')",
        AxeDEtat.Agent => "concat_ws(' ', a.nom, a.prenom)",
        _ => axe.CleSql(),
    };
}
