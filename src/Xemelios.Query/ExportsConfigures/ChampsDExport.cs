using Xemelios.Query.Criteres;
using Xemelios.Query.Export;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.ExportsConfigures;

/// <summary>A list that a bulletin carries, with what can be exported of its elements.</summary>
/// <param name="Cle">Unlike the key of any column of bulletins, beside which it stands in JSON.</param>
/// <param name="Table">Rows <c>x</c> by bulletin and rang; null for the lines of pay, whose amounts take a sign.</param>
public sealed record ListeDeChamps(string Cle, string Titre, IReadOnlyList<Colonne> Champs, string? Table = null)
{
    /// <summary>The key of one of its fields in a configuration: "lignes_de_paye.code".</summary>
    public string CleDe(Colonne champ) => $"{Cle}.{champ.Cle}";
}

/// <summary>What was chosen to be exported.</summary>
/// <param name="Listes">Each with its chosen fields alone.</param>
public sealed record ChoixDeChamps(IReadOnlyList<Colonne> Colonnes, IReadOnlyList<ListeDeChamps> Listes);

/// <summary>All that a configuration of export can hold: the columns of a search, shown or not, and the lists of a bulletin (XéMéLios EXP-2).</summary>
public static class ChampsDExport
{
    private static readonly IReadOnlyList<ListeDeChamps> DesBulletins =
    [
        new("repartition_budgetaire", "Répartition Budgétaire",
            [
                new("code_budget", "Code Budget", TypeDeColonne.Texte, "x.code_budget"), new("taux", "Taux", TypeDeColonne.Nombre, "x.taux"),
                new("montant", "Montant", TypeDeColonne.Montant, "x.montant") { SeTotalise = true },
            ], "repartition_budget"),
        new("evenements", "Evènements de paye",
            [new("code", "Code", TypeDeColonne.Texte, "x.code"), new("description", "Description", TypeDeColonne.Texte, "x.description")], "evenement"),
        new("lignes_de_paye", "Lignes de paye",
            [
                DeLigne("categorie") with { Titre = "Catégorie" }, DeLigne("rubrique") with { Cle = "code" }, DeLigne("libelle"), DeLigne("base"), DeLigne("unites") with { Cle = "nombre" },
                DeLigne("taux"), DeLigne("montant"), DeLigne("caisse"), DeLigne("debut"), DeLigne("fin"),
            ]),
        new("points_nbi", "NBI", [new("valeur", "Valeur", TypeDeColonne.Nombre, "x.valeur") { SeTotalise = true }], "nbi"),
        new("pieces_jointes", "Pièces",
            [new("id_unique", "IdUnique", TypeDeColonne.Texte, "x.id_unique"), new("nom", "Nom", TypeDeColonne.Texte, "x.nom")], "reference_de_bulletin"),
    ];

    /// <summary>The lists of what a search finds; bulletins alone have some.</summary>
    public static IReadOnlyList<ListeDeChamps> Listes(Sujet sujet) => sujet == Sujet.Bulletins ? DesBulletins : [];

    /// <summary>The keys of all fields, in the order in which they are offered.</summary>
    public static IEnumerable<string> Toutes(Sujet sujet) =>
        Colonnes.Toutes(sujet).Select(c => c.Cle).Concat(Listes(sujet).SelectMany(l => l.Champs.Select(l.CleDe)));

    /// <summary>The fields of these keys, in the order in which they are offered.</summary>
    /// <exception cref="CritereInconnuException">there is none, or one of them does not exist.</exception>
    public static ChoixDeChamps Choisir(Sujet sujet, IEnumerable<string> cles)
    {
        var choisies = cles.ToHashSet(StringComparer.Ordinal);
        if (choisies.Count == 0)
            throw new CritereInconnuException("champs");
        if (choisies.Except(Toutes(sujet), StringComparer.Ordinal).FirstOrDefault() is { } inconnue)
            throw new CritereInconnuException(inconnue);
        return new ChoixDeChamps(
            [.. Colonnes.Toutes(sujet).Where(c => choisies.Contains(c.Cle))],
            [.. Listes(sujet).Select(l => l with { Champs = [.. l.Champs.Where(c => choisies.Contains(l.CleDe(c)))] }).Where(l => l.Champs.Count > 0)]);
    }

    private static Colonne DeLigne(string cle) => Colonnes.Trouver(Sujet.Lignes, cle);
}
