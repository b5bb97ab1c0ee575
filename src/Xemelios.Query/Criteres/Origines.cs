namespace Xemelios.Query.Criteres;

/// <summary>Where the value of a criterion stands, from a bulletin <c>b</c> or a line <c>l</c>: conditions are put on small tables first,
/// and only their keys are looked for in the large ones. None of these conditions is ever null.</summary>
internal static class Origines
{
    /// <summary>Takes the place of the signed amount of a line, which depends on how the files of the folder write withholdings.</summary>
    public const string MontantSigne = "{montant}";

    /// <summary>Takes the place of (file, model[, statut]) of a line, and of the same on the totals <c>t</c> that know its nature.</summary>
    public const string PaireDeLaLigne = "{paire}";

    /// <inheritdoc cref="PaireDeLaLigne"/>
    public const string PaireDesTotaux = "{paire_des_totaux}";

    /// <summary>Takes the place of the file of the bulletin, or of the line.</summary>
    public const string Fichier = "{fichier}";

    /// <summary>A column of paye_individuelle.</summary>
    public static Func<Func<string, string>, string> Bulletin(string valeur) => c => $"coalesce({c(valeur)}, false)";

    /// <summary>A column of the file.</summary>
    public static Func<Func<string, string>, string> Volume(string valeur) =>
        c => $"{Fichier} IN (SELECT v.contenu FROM volume_visible v WHERE {c(valeur)})";

    /// <summary>A column of the agent as his bulletin describes him.</summary>
    public static Func<Func<string, string>, string> Agent(params string[] valeurs) =>
        c => $"b.agent IN (SELECT a.id FROM agent a WHERE {string.Join(" OR ", valeurs.Select(c))})";

    /// <summary>A word of the agent: statut, emploi, grade, service.</summary>
    public static Func<Func<string, string>, string> Mot(string colonne) =>
        c => $"b.agent IN (SELECT a.id FROM agent a JOIN mot x ON x.id = a.{colonne} WHERE {c("x.texte")})";

    /// <summary>A column of a table that has several rows a bulletin.</summary>
    public static Func<Func<string, string>, string> Suite(string table, params string[] valeurs) =>
        c => $"b.id IN (SELECT x.bulletin FROM {table} x WHERE {string.Join(" OR ", valeurs.Select(c))})";

    /// <summary>What lines repeat: model <c>m</c>, rubrique <c>r</c>, caisse <c>x</c>.</summary>
    public static Func<Func<string, string>, string> Modele(params string[] valeurs) => c => $"""
        l.modele IN (SELECT m.id FROM modele_de_ligne m JOIN rubrique r ON r.id = m.rubrique LEFT JOIN mot x ON x.id = m.caisse
                     WHERE {string.Join(" OR ", valeurs.Select(c))})
        """;

    /// <summary>A number of the line itself.</summary>
    public static Func<Func<string, string>, string> Ligne(string valeur) => c => $"coalesce({c(valeur)}, false)";

    /// <summary>The amount of a line of some categories.</summary>
    public static Func<Func<string, string>, string> MontantDe(int categorie) => c => $"""
        (l.modele IN (SELECT m.id FROM modele_de_ligne m JOIN rubrique r ON r.id = m.rubrique WHERE r.categorie = {categorie})
         AND coalesce({c(MontantSigne)}, false))
        """;

    /// <summary>Stands on both sides of a condition on models alone: it leaves most lines aside where a pair needs the statut of each line,
    /// and only costs where the pair is of the line itself.</summary>
    public const string ModelesDAbord = "{modeles}";

    /// <summary>What the files decide for a rubrique: nature, side of the pay. Totals <c>t</c> know it.</summary>
    public static Func<Func<string, string>, string> Total(string valeur, string condition = "true") => c => $"""
        ({ModelesDAbord}l.modele IN (SELECT m.id FROM total_de_paye t JOIN modele_de_ligne m ON m.rubrique = t.rubrique WHERE ({condition}) AND ({c(valeur)}))
         AND {ModelesDAbord}{PaireDeLaLigne} IN (SELECT {PaireDesTotaux} FROM total_de_paye t JOIN modele_de_ligne m ON m.rubrique = t.rubrique WHERE ({condition}) AND ({c(valeur)})))
        """;
}
