namespace Xemelios.Query.Criteres;

/// <summary>How a criterion is compared with what was typed. Each has a sign, by which it is written in an address or on the command line.</summary>
public enum Operateur
{
    /// <summary>Case and accents do not matter.</summary>
    Egal,

    /// <summary>Whatever <see cref="Egal"/> does not find, what is empty included.</summary>
    Different,
    CommencePar,
    Contient,
    Parmi,

    /// <summary>Both bounds included.</summary>
    Entre,
    Superieur,
    Inferieur,
    AuMoins,
    AuPlus,
    Vide,
    Renseigne,

    /// <summary>To the letter: what a link from a figure asks, so that it finds this figure again.</summary>
    Identique,
}

/// <summary>The words and signs of the operators.</summary>
public static class Operateurs
{
    private static readonly (Operateur Operateur, string Signe, string Libelle, string Phrase)[] Tous =
    [
        (Operateur.Egal, "=", "égal à", "est {0}"),
        (Operateur.Different, "!=", "différent de", "n'est pas {0}"),
        (Operateur.CommencePar, "^=", "commence par", "commence par {0}"),
        (Operateur.Contient, "*=", "contient", "contient {0}"),
        (Operateur.Parmi, "parmi", "parmi", "est parmi {0}"),
        (Operateur.Entre, "entre", "entre", "est entre {0}"),
        (Operateur.Superieur, ">", "supérieur à", "est supérieur à {0}"),
        (Operateur.Inferieur, "<", "inférieur à", "est inférieur à {0}"),
        (Operateur.AuMoins, ">=", "supérieur ou égal à", "est supérieur ou égal à {0}"),
        (Operateur.AuPlus, "<=", "inférieur ou égal à", "est inférieur ou égal à {0}"),
        (Operateur.Vide, "vide", "est vide", "n'est pas renseigné"),
        (Operateur.Renseigne, "renseigne", "est renseigné", "est renseigné"),
        (Operateur.Identique, "==", "exactement égal à", "est exactement {0}"),
    ];

    /// <summary>As in an address: <c>&gt;=</c>, <c>parmi</c>.</summary>
    public static string Signe(this Operateur operateur) => Tous[(int)operateur].Signe;

    /// <summary>As in a list to choose from.</summary>
    public static string Libelle(this Operateur operateur) => Tous[(int)operateur].Libelle;

    /// <summary>As in a sentence, the value in place of <c>{0}</c>.</summary>
    public static string Phrase(this Operateur operateur) => Tous[(int)operateur].Phrase;

    /// <summary>The operator of this sign, or null.</summary>
    public static Operateur? Trouver(string signe)
    {
        foreach (var (operateur, texte, _, _) in Tous)
            if (texte == signe)
                return operateur;
        return null;
    }

    /// <summary>How many values it takes; null for any number.</summary>
    public static int? Valeurs(this Operateur operateur) => operateur switch
    {
        Operateur.Vide or Operateur.Renseigne => 0,
        Operateur.Entre => 2,
        Operateur.Parmi => null,
        _ => 1,
    };
}
