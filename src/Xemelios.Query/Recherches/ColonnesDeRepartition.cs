using Xemelios.Query.Export;

namespace Xemelios.Query.Recherches;

/// <summary>The columns of a row <c>r</c> of the répartition par nature of a file <c>v</c> (XéMéLios LST-3).</summary>
internal static class ColonnesDeRepartition
{
    public static IReadOnlyList<Colonne> Toutes { get; } =
    [
        new("annee", "Année", TypeDeColonne.Entier, "v.periode // 100") { ParDefaut = true, Groupe = true, Critere = "annee" },
        new("numero_mois", "Mois", TypeDeColonne.Entier, "v.periode % 100") { ParDefaut = true, Groupe = true, Critere = "numero_mois" },
        new("libelle", "Libellé", TypeDeColonne.Texte, "r.libelle") { ParDefaut = true, Groupe = true, Critere = "libelle" },
        new("code", "Code", TypeDeColonne.Texte, "r.code") { ParDefaut = true, Groupe = true, Critere = "code" },
        new("montant", "Montant", TypeDeColonne.Montant, "r.montant") { ParDefaut = true, SeTotalise = true, Critere = "montant" },
        new("budget_impute", "Code Budget", TypeDeColonne.Texte, "coalesce(r.budget, nullif(v.budget_code, ''))") { ParDefaut = true, Groupe = true, Critere = "budget_impute" },
        new("fonction", "Code Fonction", TypeDeColonne.Texte, "r.fonction") { ParDefaut = true, Groupe = true, Critere = "fonction" },
        new("mois", "Mois de paye", TypeDeColonne.Mois, "v.periode") { Groupe = true, Critere = "mois" },
        new("train", "Train", TypeDeColonne.Texte, "nullif(v.train, '')") { Groupe = true, Critere = "train" },
        new("employeur", "Employeur", TypeDeColonne.Texte, "v.siret") { Groupe = true, Critere = "siret" },
        new("fichier", "Fichier", TypeDeColonne.Texte, "v.nom") { Groupe = true },
    ];
}
