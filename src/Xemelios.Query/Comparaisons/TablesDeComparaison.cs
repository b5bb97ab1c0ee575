using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;

namespace Xemelios.Query.Comparaisons;

/// <summary>The answers of comparisons as tables that can leave the program.</summary>
public static class TablesDeComparaison
{
    private static readonly ColonneDeTable[] DeLAgent =
    [
        new("matricule", "Matricule", TypeDeColonne.Texte), new("nom", "Nom", TypeDeColonne.Texte), new("prenom", "Prénom", TypeDeColonne.Texte),
    ];

    private static readonly ColonneDeTable[] DesChangements =
    [
        new("changement", "Changement", TypeDeColonne.Texte), .. DeLAgent,
        new("categorie", "Catégorie", TypeDeColonne.Texte), new("code", "Code", TypeDeColonne.Texte), new("libelle", "Libellé", TypeDeColonne.Texte),
        new("avant", "Avant", TypeDeColonne.Texte), new("apres", "Après", TypeDeColonne.Texte),
        new("montant_avant", "Montant avant", TypeDeColonne.Montant), new("montant_apres", "Montant après", TypeDeColonne.Montant),
        new("minimum", "Minimum", TypeDeColonne.Montant), new("maximum", "Maximum", TypeDeColonne.Montant),
        new("brut_avant", "Brut avant", TypeDeColonne.Montant), new("brut_apres", "Brut après", TypeDeColonne.Montant),
        new("justificatifs_presents", "Justificatifs présents", TypeDeColonne.Entier), new("justificatifs_manquants", "Justificatifs manquants", TypeDeColonne.Entier),
    ];

    /// <summary>Every section that the answer holds, one after the other.</summary>
    public static TableDeReponse EnTable(this QuoiDeNeuf neuf) =>
        new($"Quoi de neuf en {neuf.Mois}", DesChangements, neuf.Sections.SelectMany(s => s.Lignes).Select(Ligne));

    /// <summary>The page of the answer; its totals are those of all the agents found.</summary>
    public static TableDeReponse EnTable(this ResultatPredefini resultat) =>
        new(resultat.Question.Recherche.Libelle(), DesChangements, resultat.Lignes.Select(Ligne))
        {
            Totaux = [.. DesChangements.Select(object? (c) => c.Cle switch
            {
                "changement" => "Total",
                "brut_avant" => resultat.Totaux.BrutAvant,
                "brut_apres" => resultat.Totaux.BrutApres,
                _ => null,
            })],
        };

    /// <summary>The lines of two bulletins or two months, equal ones included.</summary>
    public static TableDeReponse EnTable(this ComparaisonDeLignes comparaison) => new("Comparaison de bulletins",
        [
            new("categorie", "Catégorie", TypeDeColonne.Texte), new("code", "Code", TypeDeColonne.Texte), new("libelle", "Libellé", TypeDeColonne.Texte),
            new("periode_debut", "Période du", TypeDeColonne.Date), new("periode_fin", "Période au", TypeDeColonne.Date), new("sort", "Changement", TypeDeColonne.Texte),
            new("avant", "Avant", TypeDeColonne.Montant), new("apres", "Après", TypeDeColonne.Montant), new("difference", "Différence", TypeDeColonne.Montant),
        ],
        comparaison.Lignes.Select(l => (IReadOnlyList<object?>)[l.Categorie.Libelle(), l.Code, l.Libelle, l.Debut, l.Fin, l.Sort.Libelle(), l.Avant, l.Apres, l.Difference]));

    /// <summary>The rows of two états.</summary>
    public static TableDeReponse EnTable(this ComparaisonDEtats etats)
    {
        return new TableDeReponse($"Comparaison d'états par {etats.Par}",
            [
                new("categorie", "Catégorie", TypeDeColonne.Texte), new("cle", etats.Par.ToString(), TypeDeColonne.Texte), new("libelle", "Libellé", TypeDeColonne.Texte),
                new("avant", "Avant", TypeDeColonne.Montant), new("apres", "Après", TypeDeColonne.Montant), new("difference", "Différence", TypeDeColonne.Montant),
            ],
            etats.Lignes.Select(Rangee)) { Totaux = Rangee(etats.Totaux) };

        static IReadOnlyList<object?> Rangee(LigneDEtats l) => [l.Categorie, l.Cle, l.Libelle, l.Avant?.Montant, l.Apres?.Montant, l.Difference(x => x.Montant)];
    }

    /// <summary>All that differs between two months: who came and left, attributes, then rubriques.</summary>
    public static TableDeReponse EnTable(this Comparaison comparaison) => new("Comparaison de deux mois",
        [
            new("changement", "Changement", TypeDeColonne.Texte), .. DeLAgent, new("categorie", "Catégorie", TypeDeColonne.Texte), new("code", "Code", TypeDeColonne.Texte),
            new("libelle", "Libellé", TypeDeColonne.Texte), new("avant", "Avant", TypeDeColonne.Texte), new("apres", "Après", TypeDeColonne.Texte),
            new("montant_avant", "Montant avant", TypeDeColonne.Montant), new("montant_apres", "Montant après", TypeDeColonne.Montant),
        ],
        comparaison.Entrants.Select(a => Rangee("Entrant", a.Matricule, a.Nom, a.Prenom, null, a.Brut))
            .Concat(comparaison.Sortants.Select(a => Rangee("Sortant", a.Matricule, a.Nom, a.Prenom, a.Brut, null)))
            .Concat(comparaison.Variations.Select(v => (IReadOnlyList<object?>)
                [v.Sorte.Libelle(), v.Matricule, v.Nom, v.Prenom, null, null, null, v.Avant, v.Apres, null, null]))
            .Concat(comparaison.Lignes.Select(l => (IReadOnlyList<object?>)
                ["Rubrique", l.Matricule, null, null, l.Categorie, l.Code, l.Libelle, null, null, l.Avant, l.Apres])));

    private static IReadOnlyList<object?> Rangee(string changement, string? matricule, string? nom, string? prenom, Montant? avant, Montant? apres) =>
        [changement, matricule, nom, prenom, null, null, null, null, null, avant, apres];

    /// <summary>The word for what became of a line.</summary>
    public static string Libelle(this SortDeLigne sort) => sort switch
    {
        SortDeLigne.Egale => "Égale",
        SortDeLigne.Changee => "Changée",
        SortDeLigne.Ajoutee => "Ajoutée",
        _ => "Disparue",
    };

    private static IReadOnlyList<object?> Ligne(Changement c) =>
    [
        c.Sorte.Libelle(), c.Agent.Matricule, c.Agent.Nom, c.Agent.Prenom, c.Rubrique?.Categorie.Libelle(), c.Rubrique?.Code, c.Rubrique?.Libelle,
        c.Avant, c.Apres, c.MontantAvant, c.MontantApres, c.Plage?.Minimum, c.Plage?.Maximum, c.Agent.Avant?.Brut, c.Agent.Apres?.Brut,
        c.Agent.Justificatifs.Presentes, c.Agent.Justificatifs.Manquantes,
    ];
}
