using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using static Xemelios.Query.Criteres.GenreDeCritere;
using static Xemelios.Query.Criteres.Origines;

namespace Xemelios.Query.Criteres;

/// <summary>What is asked of a bulletin and its agent: the criteria of XéMéLios under their labels, then those that it lacks.</summary>
internal static class CriteresDeBulletin
{
    private const string Periode = "Période";
    private const string Evenement = "Évènement";
    private const string Montants = "Montants";
    private const string Temps = "Temps";
    private const string Indice = "Indice";
    private const string Poste = "Poste";
    private const string Agents = "Agent";
    private const string Statut = "Statut réglementaire";
    private const string Imputation = "Imputation";
    private const string Justificatifs = "Justificatifs";
    private const string Fichier = "Fichier";
    private const string Tout = "Partout";

    /// <summary>The budget of the répartition where the bulletin has one, else that of its file.</summary>
    private static string BudgetImpute(Func<string, string> c) => $"""
        (b.id IN (SELECT x.bulletin FROM repartition_budget x WHERE {c(Cle("x.code_budget"))})
         OR (b.id NOT IN (SELECT x.bulletin FROM repartition_budget x WHERE x.code_budget IS NOT NULL)
             AND {Volume("v.budget")(c)}))
        """;

    private static string Cle(string code) => $"upper(regexp_replace({code}, '\\s', '', 'g'))";

    private static Func<Func<string, string>, string> TexteLibre(DonneesProtegees visibles) => c => "(" + string.Join("\n OR ",
        Agent(["a.nom", "a.complement_nom", "a.prenom", "a.matricule", "a.ref_statutaire_libelle", "a.echelon", .. Si(DonneesProtegees.Adresse, visibles, "a.ville")])(c),
        $"b.agent IN (SELECT a.id FROM agent a JOIN mot x ON x.id IN (a.statut, a.emploi, a.grade, a.service) WHERE {c("x.texte")})",
        Suite("evenement", "x.code", "x.description")(c), Suite("reference_de_bulletin", "x.id_unique", "x.nom")(c), Suite("donnee_brute", [.. Si(DonneesProtegees.SourceXml, visibles, "x.texte").DefaultIfEmpty("NULL::VARCHAR")])(c),
        $"""
         b.id IN (SELECT l.bulletin FROM ligne l WHERE {Modele("r.code", "r.libelle", "x.texte")(c)})
         """) + ")";

    private static string[] Si(DonneesProtegees donnees, DonneesProtegees visibles, string valeur) => (visibles & donnees) == donnees ? [valeur] : [];

    private static string Etablissement(Func<string, string> c) => $"""
        coalesce((b.contenu, b.etablissement) IN (SELECT x.contenu, x.rang FROM etablissement x WHERE {c("x.nom")}), false)
        """;

    public static IReadOnlyList<Critere> Tous { get; } =
    [
        new("mois", Periode, "Année et Mois", "le mois", Mois, Volume("v.periode")) { SurFichier = true, ValeursPresentes = ParVolume("printf('%04d-%02d', v.periode // 100, v.periode % 100)") },
        new("annee", Periode, "Année", "l'année", Nombre, Volume("(v.periode // 100)")) { SurFichier = true, ValeursPresentes = ParVolume("(v.periode // 100)::VARCHAR") },
        new("numero_mois", Periode, "Mois", "le mois de l'année", Nombre, Volume("(v.periode % 100)")) { SurFichier = true, ValeursPresentes = ParVolume("(v.periode % 100)::VARCHAR") },
        new("train", Periode, "Train de paye", "le train de paye", Liste, Volume("v.train")) { SurFichier = true, ValeursPresentes = ParVolume("v.train") },
        new("date_paiement", Periode, "Date de paiement", "la date de paiement", Date, Bulletin("b.date_paiement")),
        new("evenement", Evenement, "Evènement", "un évènement", Liste, Suite("evenement", "x.code")) { ValeursPresentes = ParSuite("evenement", "x.code", "min(x.description)") },
        new("tous_evenements", Evenement, "Tous les Evènements", "un évènement", Presence, Suite("evenement", "true")),
        new("description_evenement", Evenement, "Description de l'évènement", "la description d'un évènement", Texte, Suite("evenement", "x.description")),
        new("net", Montants, "Montant Net", "le net", GenreDeCritere.Montant, Bulletin("b.net")),
        new("brut", Montants, "Montant Brut", "le brut", GenreDeCritere.Montant, Bulletin("coalesce(b.brut, b.brut_lignes)")),
        new("imposable", Montants, "Montant Imposable", "le montant imposable", GenreDeCritere.Montant, Bulletin("b.imposable")),
        new("net_a_payer", Montants, "Net à payer", "le net à payer", GenreDeCritere.Montant, Bulletin("b.net_a_payer")),
        new("cumul_brut", Montants, "Cumul brut", "le cumul brut", GenreDeCritere.Montant, Bulletin("b.cumul_brut")),
        new("cumul_imposable", Montants, "Cumul net imposable", "le cumul net imposable", GenreDeCritere.Montant, Bulletin("b.cumul_imposable")),
        new("heures_sup", Temps, "Heures supplémentaires", "le nombre d'heures supplémentaires", Nombre, Bulletin("b.heures_sup")),
        new("heures_total", Temps, "Heures travaillées", "le nombre d'heures travaillées", Nombre, Bulletin("b.heures_total")),
        new("quotite", Temps, "Temps de travail", "le temps de travail", Nombre, Bulletin("b.quotite")),
        new("taux_horaire", Temps, "Taux horaire", "le taux horaire", Nombre, Bulletin("b.taux_horaire")),
        new("indice", Indice, "Indice", "l'indice", Nombre, Agent("a.indice")),
        new("nbi", Indice, "NBI", "la NBI", Nombre, Bulletin("b.nbi")),
        new("emploi", Poste, "Emploi", "l'emploi", Texte, Mot("emploi")) { ValeursPresentes = ParMot("emploi") },
        new("service", Poste, "Service", "le service", Texte, Mot("service")) { ValeursPresentes = ParMot("service") },
        new("grade", Poste, "Grade", "le grade", Texte, Mot("grade")) { ValeursPresentes = ParMot("grade") },
        new("echelon", Poste, "Echelon", "l'échelon", Texte, Agent("a.echelon")) { ValeursPresentes = ParAgent("a.echelon") },
        new("etablissement", Poste, "Etablissement", "l'établissement", Texte, Etablissement)
        {
            ValeursPresentes = "SELECT t.nom, t.nom, count(*) FROM paye_individuelle b JOIN volume_visible v ON v.contenu = b.contenu "
                + "JOIN etablissement t ON t.contenu = b.contenu AND t.rang = b.etablissement WHERE {0} GROUP BY ALL",
        },
        new("etablissement_cle", Poste, "Etablissement (SIRET, sinon nom)", "l'établissement", Texte,
            c => $"coalesce((b.contenu, b.etablissement) IN (SELECT x.contenu, x.rang FROM etablissement x WHERE {c("coalesce(nullif(trim(x.siret), ''), trim(x.nom))")}), false)"),
        new("nom", Agents, "Agent (nom)", "le nom", Texte, Agent("a.nom")),
        new("prenom", Agents, "Agent (prénom)", "le prénom", Texte, Agent("a.prenom")),
        new("matricule", Agents, "Agent (matricule)", "le matricule", Texte, Agent("a.matricule")),
        new("nir", Agents, "Agent (nir)", "le NIR", Texte, Agent("a.nir")) { Sensible = true, Protege = DonneesProtegees.Nir },
        new("statut", Agents, "Agent (statut)", "le statut", Liste, Mot("statut")) { ValeursPresentes = ParMot("statut") },
        new("enfants", Agents, "Agent (enfants à charge)", "le nombre d'enfants à charge", Nombre, Agent("a.enfants")) { Protege = DonneesProtegees.Famille },
        new("texte", Agents, "Nom, prénom ou matricule", "le nom, le prénom ou le matricule", Mots, Agent("concat_ws(' ', a.nom, a.complement_nom, a.prenom, a.matricule)")),
        new("ref_statutaire", Statut, "Réf. Nomencl. Statutaire", "la référence statutaire", Liste, Agent(RefStatutaire)) { ValeursPresentes = ParAgent(RefStatutaire) },
        new("ref_statutaire_code", Statut, "Réf. Nomencl. Statutaire (code)", "le code de la référence statutaire", Texte, Agent("a.ref_statutaire_code")),
        new("ref_statutaire_libelle", Statut, "Réf. Nomencl. Statutaire (libellé)", "le libellé de la référence statutaire", Texte, Agent("a.ref_statutaire_libelle")),
        new("budget_impute", Imputation, "Budget", "un budget", Liste, BudgetImpute)
        {
            Normaliser = CodeBudget.Cle,
            ValeursPresentes = $"SELECT {Cle("x.code_budget")}, min(x.code_budget), count(DISTINCT x.bulletin) FROM repartition_budget x "
                + "JOIN paye_individuelle b ON b.id = x.bulletin JOIN volume_visible v ON v.contenu = b.contenu WHERE {0} GROUP BY ALL "
                + "UNION ALL SELECT v.budget, min(coalesce(v.budget_libelle, v.budget)), count(*) FROM paye_individuelle b JOIN volume_visible v ON v.contenu = b.contenu "
                + "WHERE {0} AND b.id NOT IN (SELECT x.bulletin FROM repartition_budget x WHERE x.code_budget IS NOT NULL) GROUP BY v.budget",
        },
        new("rib", Imputation, "RIB", "le compte bancaire", Texte,
            Agent("nullif(concat(a.code_etablissement, a.code_guichet, a.numero_compte, a.cle_rib), '')", "a.iban", "nullif(concat(a.bic, a.iban), '')")) { Sensible = true, Protege = DonneesProtegees.CompteBancaire },
        new("avec_pj", Justificatifs, "Avec PJ", "une pièce justificative", Presence, Suite("reference_de_bulletin", "true")),
        new("pj_id", Justificatifs, "PJ (Id Unique)", "l'identifiant d'une pièce", Texte, Suite("reference_de_bulletin", "x.id_unique")),
        new("pj_nom", Justificatifs, "PJ (Nom)", "le nom d'une pièce", Texte, Suite("reference_de_bulletin", "coalesce(x.nom, x.id_unique)")),
        new("pj", Justificatifs, "PJ (Id Unique ou nom)", "l'identifiant ou le nom d'une pièce", Texte, Suite("reference_de_bulletin", "x.id_unique", "x.nom")),
        new("siret", Fichier, "Employeur (SIRET)", "le SIRET de l'employeur", Liste, Volume("v.siret")) { SurFichier = true, ValeursPresentes = ParVolume("v.siret", "min(v.employeur_nom)") },
        new("budget", Fichier, "Budget du fichier", "le budget du fichier", Liste, Volume("v.budget")) { SurFichier = true, Normaliser = CodeBudget.Cle, ValeursPresentes = ParVolume("v.budget", "min(v.budget_libelle)") },
        new("volume", Fichier, "Fichier (empreinte)", "l'empreinte du fichier", Texte, Volume("(SELECT k.empreinte FROM contenu k WHERE k.id = v.contenu)")) { SurFichier = true },
        new("fichier", Fichier, "Fichier (nom)", "le nom du fichier", Texte, Volume("v.nom")) { SurFichier = true, ValeursPresentes = ParVolume("v.nom") },
        new("texte_libre", Tout, "Texte libre", "un texte du bulletin", Mots, TexteLibre(DonneesProtegees.Toutes)) { SelonLesDroits = TexteLibre },
    ];

    private const string RefStatutaire = "CASE WHEN a.ref_statutaire_libelle IS NULL THEN a.ref_statutaire_code "
        + "WHEN a.ref_statutaire_code IS NULL THEN a.ref_statutaire_libelle ELSE a.ref_statutaire_libelle || ' (' || a.ref_statutaire_code || ')' END";

    private static string ParVolume(string valeur, string? libelle = null) =>
        $"SELECT {valeur}, {libelle ?? valeur}, sum(v.bulletins) FROM volume_visible v WHERE NOT v.entete_seul AND {{0}} GROUP BY {valeur}";

    private static string ParMot(string colonne) =>
        $"SELECT x.texte, x.texte, count(*) FROM paye_individuelle b JOIN volume_visible v ON v.contenu = b.contenu JOIN agent a ON a.id = b.agent JOIN mot x ON x.id = a.{colonne} WHERE {{0}} GROUP BY ALL";

    private static string ParAgent(string valeur) =>
        $"SELECT {valeur}, {valeur}, count(*) FROM paye_individuelle b JOIN volume_visible v ON v.contenu = b.contenu JOIN agent a ON a.id = b.agent WHERE {{0}} GROUP BY ALL";

    private static string ParSuite(string table, string valeur, string libelle) =>
        $"SELECT {valeur}, {libelle}, count(DISTINCT x.bulletin) FROM {table} x JOIN paye_individuelle b ON b.id = x.bulletin JOIN volume_visible v ON v.contenu = b.contenu WHERE {{0}} GROUP BY {valeur}";
}
