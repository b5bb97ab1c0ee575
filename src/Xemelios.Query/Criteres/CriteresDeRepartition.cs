using Xemelios.Domain.Valeurs;
using static Xemelios.Query.Criteres.GenreDeCritere;

namespace Xemelios.Query.Criteres;

/// <summary>What is asked of a row <c>r</c> of the répartition par nature of a file <c>v</c>.</summary>
internal static class CriteresDeRepartition
{
    public static IReadOnlyList<Critere> Tous { get; } =
    [
        new("mois", "Période", "Année et Mois", "le mois", Mois, Sur("v.periode")) { ValeursPresentes = Par("printf('%04d-%02d', v.periode // 100, v.periode % 100)") },
        new("fonction", "Imputation", "Fonction", "la fonction", Texte, Sur("r.fonction")) { ValeursPresentes = Par("r.fonction") },
        new("budget_impute", "Imputation", "Budget", "le budget", Liste, Sur("coalesce(upper(regexp_replace(r.budget, '\\s', '', 'g')), v.budget)")) { Normaliser = CodeBudget.Cle, ValeursPresentes = Par("coalesce(upper(regexp_replace(r.budget, '\\s', '', 'g')), v.budget)") },
        new("annee", "Période", "Année", "l'année", Nombre, Sur("(v.periode // 100)")) { ValeursPresentes = Par("(v.periode // 100)::VARCHAR") },
        new("numero_mois", "Période", "Mois", "le mois de l'année", Nombre, Sur("(v.periode % 100)")) { ValeursPresentes = Par("(v.periode % 100)::VARCHAR") },
        new("code", "Nature", "Code", "le code de nature", Texte, Sur("r.code")) { ValeursPresentes = Par("r.code", "min(r.libelle)") },
        new("libelle", "Nature", "Libellé", "le libellé", Texte, Sur("r.libelle")),
        new("montant", "Nature", "Montant", "le montant", GenreDeCritere.Montant, Sur("r.montant")),
        new("siret", "Fichier", "Employeur (SIRET)", "le SIRET de l'employeur", Liste, Sur("v.siret")) { ValeursPresentes = Par("v.siret", "min(v.employeur_nom)") },
        new("budget", "Fichier", "Budget du fichier", "le budget du fichier", Liste, Sur("v.budget")) { Normaliser = CodeBudget.Cle, ValeursPresentes = Par("v.budget", "min(v.budget_libelle)") },
        new("volume", "Fichier", "Fichier (empreinte)", "l'empreinte du fichier", Texte, Sur("(SELECT k.empreinte FROM contenu k WHERE k.id = v.contenu)")),
        new("fichier", "Fichier", "Fichier (nom)", "le nom du fichier", Texte, Sur("v.nom")) { ValeursPresentes = Par("v.nom") },
        new("train", "Période", "Train de paye", "le train de paye", Liste, Sur("v.train")) { ValeursPresentes = Par("v.train") },
    ];

    private static Func<Func<string, string>, string> Sur(string valeur) => c => $"coalesce({c(valeur)}, false)";

    private static string Par(string valeur, string? libelle = null) =>
        $"SELECT {valeur}, {libelle ?? valeur}, count(*) FROM repartition r JOIN volume_visible v ON v.contenu = r.contenu WHERE {{0}} GROUP BY {valeur}";
}
