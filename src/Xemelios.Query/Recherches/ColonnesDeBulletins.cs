using Xemelios.Domain.Habilitations;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Export;

namespace Xemelios.Query.Recherches;

/// <summary>The columns of a bulletin <c>b</c> of a file <c>v</c>: those of XéMéLios in its order, then those that it lacks.</summary>
internal static class ColonnesDeBulletins
{
    public static IReadOnlyList<Colonne> Toutes { get; } =
    [
        new("annee", "Année", TypeDeColonne.Entier, "v.periode // 100") { ParDefaut = true, Groupe = true, Critere = "annee" },
        new("numero_mois", "Mois", TypeDeColonne.Entier, "v.periode % 100") { ParDefaut = true, Groupe = true, Critere = "numero_mois" },
        new("nom", "Nom", TypeDeColonne.Texte, "a.nom", "a") { ParDefaut = true, Ordre = "upper(strip_accents(a.nom))", Critere = "nom" },
        new("prenom", "Prénom", TypeDeColonne.Texte, "a.prenom", "a") { ParDefaut = true, Ordre = "upper(strip_accents(a.prenom))", Critere = "prenom" },
        new("matricule", "Matricule", TypeDeColonne.Texte, "a.matricule", "a") { ParDefaut = true, Critere = "matricule" },
        new("statut", "Statut", TypeDeColonne.Texte, LibellesDeStatut.Sql, "a", "statut", "statut_nomme") { Code = "statut.texte", ParDefaut = true, Groupe = true, Critere = "statut" },
        new("emploi", "Emploi", TypeDeColonne.Texte, "emploi.texte", "a", "emploi") { ParDefaut = true, Groupe = true, Critere = "emploi" },
        new("service", "Service", TypeDeColonne.Texte, "service.texte", "a", "service") { ParDefaut = true, Groupe = true, Critere = "service" },
        new("indice", "Indice", TypeDeColonne.Texte, "coalesce(a.indice_texte, a.indice::VARCHAR)", "a") { ParDefaut = true, Groupe = true, Ordre = "a.indice", Critere = "indice" },
        new("lignes_trouvees", "Lignes trouvées", TypeDeColonne.Entier, "coalesce(b.lignes, 0)") { SeTotalise = true },
        new("montant_trouve", "Montant trouvé", TypeDeColonne.Montant, "b.montant_trouve") { SeTotalise = true },
        new("net", "Net", TypeDeColonne.Montant, "b.net") { ParDefaut = true, SeTotalise = true, Critere = "net" },
        new("brut", "Brut", TypeDeColonne.Montant, "coalesce(b.brut, b.brut_lignes)") { ParDefaut = true, SeTotalise = true, Critere = "brut" },
        new("traitement", "Trait. Principal", TypeDeColonne.Montant, "b.traitement") { ParDefaut = true, SeTotalise = true, Critere = "traitement_principal" },
        new("evenement", "Evènement", TypeDeColonne.Texte, "evenement.texte", "evenement") { ParDefaut = true, Critere = "evenement" },
        new("imposable", "Montant Imposable", TypeDeColonne.Montant, "b.imposable") { SeTotalise = true, Critere = "imposable" },
        new("heures_sup", "Heures supplémentaires", TypeDeColonne.Nombre, "b.heures_sup") { SeTotalise = true, Critere = "heures_sup" },
        new("heures_total", "Heures travaillées", TypeDeColonne.Nombre, "b.heures_total") { SeTotalise = true, Critere = "heures_total" },
        new("quotite", "Temps de travail", TypeDeColonne.Nombre, "b.quotite") { Critere = "quotite" },
        new("nbi", "NBI", TypeDeColonne.Nombre, "b.nbi") { Critere = "nbi" },
        new("nir", "NIR", TypeDeColonne.Texte, "a.nir", "a") { Critere = "nir", Protege = DonneesProtegees.Nir },
        new("enfants", "Enfants à charge", TypeDeColonne.Entier, "a.enfants", "a") { Groupe = true, Critere = "enfants", Protege = DonneesProtegees.Famille },
        new("grade", "Grade", TypeDeColonne.Texte, "grade.texte", "a", "grade") { Groupe = true, Critere = "grade" },
        new("echelon", "Echelon", TypeDeColonne.Texte, "a.echelon", "a") { Groupe = true, Critere = "echelon" },
        new("etablissement", "Etablissement", TypeDeColonne.Texte, "etablissement.nom", "etablissement") { Groupe = true, Critere = "etablissement" },
        new("mois", "Mois de paye", TypeDeColonne.Mois, "v.periode") { Groupe = true, Critere = "mois" },
        new("train", "Train", TypeDeColonne.Texte, "nullif(v.train, '')") { Groupe = true, Critere = "train" },
        new("employeur", "Employeur", TypeDeColonne.Texte, "v.siret") { Groupe = true, Critere = "siret" },
        new("budget", "Budget", TypeDeColonne.Texte, "nullif(v.budget, '')") { Groupe = true, Critere = "budget" },
        new("net_a_payer", "Net à payer", TypeDeColonne.Montant, "b.net_a_payer") { SeTotalise = true, Critere = "net_a_payer" },
        new("cumul_brut", "Cumul brut", TypeDeColonne.Montant, "b.cumul_brut") { Critere = "cumul_brut" },
        new("cumul_imposable", "Cumul net imposable", TypeDeColonne.Montant, "b.cumul_imposable") { Critere = "cumul_imposable" },
        new("date_paiement", "Date de paiement", TypeDeColonne.Date, "b.date_paiement") { Critere = "date_paiement" },
        new("ref_statutaire", "Réf. statutaire", TypeDeColonne.Texte, "concat_ws(' – ', a.ref_statutaire_libelle, a.ref_statutaire_code)", "a") { Groupe = true, Critere = "ref_statutaire_code" },
        new("pieces", "Pièces", TypeDeColonne.Entier, "coalesce(pieces.nombre, 0)", "pieces") { SeTotalise = true, Critere = "avec_pj" },
    ];

    /// <summary>Relations beside a bulletin, by alias; those that gather several rows do it for the bulletins of <c>{portee}</c> alone.</summary>
    public static IReadOnlyDictionary<string, string> Relations { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["a"] = "JOIN agent a ON a.id = b.agent",
        ["statut"] = "LEFT JOIN mot statut ON statut.id = a.statut",
        ["statut_nomme"] = LibellesDeStatut.Jointure,
        ["emploi"] = "LEFT JOIN mot emploi ON emploi.id = a.emploi",
        ["grade"] = "LEFT JOIN mot grade ON grade.id = a.grade",
        ["service"] = "LEFT JOIN mot service ON service.id = a.service",
        ["etablissement"] = "LEFT JOIN etablissement ON etablissement.contenu = b.contenu AND etablissement.rang = b.etablissement",
        ["evenement"] = """
            LEFT JOIN (SELECT bulletin, string_agg(coalesce(description, code), ', ' ORDER BY rang) AS texte FROM evenement
                       WHERE bulletin IN (SELECT id FROM resultat) GROUP BY bulletin) evenement ON evenement.bulletin = b.id
            """,
        ["pieces"] = """
            LEFT JOIN (SELECT bulletin, count(*) AS nombre FROM reference_de_bulletin
                       WHERE bulletin IN (SELECT id FROM resultat) GROUP BY bulletin) pieces ON pieces.bulletin = b.id
            """,
    };
}
