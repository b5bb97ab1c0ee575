namespace Xemelios.Query.Criteres;

/// <summary>What a search finds.</summary>
public enum Sujet
{
    Bulletins,
    Lignes,
    Repartition,
}

/// <summary>The criteria of each search.</summary>
public static class Sujets
{
    private static readonly Dictionary<Sujet, IReadOnlyList<Critere>> Tous = new()
    {
        [Sujet.Bulletins] = [.. CriteresDeBulletin.Tous, .. CriteresDeLigne.Tous],
        [Sujet.Lignes] = [.. CriteresDeBulletin.Tous, .. CriteresDeLigne.Tous],
        [Sujet.Repartition] = CriteresDeRepartition.Tous,
    };

    private static readonly Dictionary<Sujet, Dictionary<string, Critere>> ParCle =
        Tous.ToDictionary(s => s.Key, s => s.Value.ToDictionary(c => c.Cle, StringComparer.OrdinalIgnoreCase));

    /// <summary>Every criterion of a search, in the order in which it is offered.</summary>
    public static IReadOnlyList<Critere> Criteres(this Sujet sujet) => Tous[sujet];

    /// <summary>The criterion of this key, or null.</summary>
    public static Critere? Trouver(this Sujet sujet, string cle) => ParCle[sujet].GetValueOrDefault(cle);

    /// <summary>Reads criteria written as text.</summary>
    public static Condition Lire(this Sujet sujet, string? texte) => LectureDeCriteres.Lire(texte ?? "", cle => sujet.Trouver(cle));

    /// <summary>"Bulletins de paye", as XéMéLios names it.</summary>
    public static string Libelle(this Sujet sujet) => sujet switch
    {
        Sujet.Bulletins => "Bulletins de paye",
        Sujet.Lignes => "Lignes de paye",
        _ => "Répartition par nature",
    };
}
