using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>IHTS: what overtime may amount to, by the month of work.</summary>
internal static class ReglesDesHeures
{
    private const string Decret = "Décret n° 2002-60 du 14 janvier 2002 relatif aux indemnités horaires pour travaux supplémentaires";
    private const string Hopital = " ; décret n° 2002-598 du 25 avril 2002 pour la fonction publique hospitalière";

    [Regle("IHTS-01", "IHTS supérieures au maximum liquidable", GraviteDeRegle.Anomalie, Decret,
        "IHTS payées {paye€} pour le mois, au plus {maximum€} pour {heures} heure(s) toutes de nuit : base horaire {base€}, quotité {quotite%}.",
        Portee = PorteeDeRegle.Periode, Doute = "Place de la NBI dans la base (comprise par défaut) ; temps partiel, liquidé sans majoration.")]
    [Seuil("tolerance", "1.00", "Écart admis, en euros")]
    [Seuil("nbi", "1", "1 : la NBI entre dans la base horaire ; 0 : elle n'y entre pas")]
    [Seuil("plein_temps", "0.98", "Quotité à partir de laquelle les heures sont majorées")]
    public static string Maximum() => """
        WITH bases AS (
            SELECT h.*, quotient((greatest(h.indice, p.im_min) + $nbi * coalesce(h.nbi, 0)) * p.point + 12 * h.residence, 1820) AS base,
                   CASE WHEN h.sans_heures = 0 OR h.declarees > 0 THEN greatest(h.heures, coalesce(h.declarees, 0)) END AS retenues
            FROM heures_suivies h LEFT JOIN parametre p ON p.periode = h.mois WHERE h.montant > 0),
        maximums AS (
            SELECT b.*, au_centime(2 * b.base * CASE WHEN b.q < $plein_temps THEN b.retenues ELSE 1.25 * least(b.retenues, 14) + 1.27 * greatest(b.retenues - 14, 0) END) AS maximum FROM bases b)
        SELECT bulletin, montant AS paye, maximum, retenues AS heures, au_centime(base) AS base, q AS quotite, lignes, mois AS cle, (montant - maximum)::DECIMAL(14,2) AS montant,
               coalesce(inconnu, CASE WHEN retenues IS NULL THEN 'heures inconnues' WHEN indice IS NULL THEN 'indice absent' ELSE 'quotité absente' END) AS motif,
               CASE WHEN q IS NOT NULL AND indice IS NOT NULL AND retenues IS NOT NULL THEN montant > maximum + $tolerance END AS constat
        FROM maximums
        """;

    // A file that declares no hour for anybody does not fill the field in.
    [Regle("IHTS-02", "Heures supplémentaires déclarées inférieures aux heures payées", GraviteDeRegle.AVerifier, Decret,
        "{declarees} heure(s) déclarée(s) pour {payees} payée(s) au titre du mois ({du_mois} dans le mois, {rappelees} par rappel dans l'année, {suivantes} l'année suivante) ; sur l'année {declarees_an} déclarée(s), {payees_an} payée(s).",
        Portee = PorteeDeRegle.Periode)]
    public static string Declarees() => """
        WITH remplis AS (SELECT periode FROM bulletin_suivi GROUP BY periode HAVING sum(heures_sup) > 0),
        mensuelles AS (
            SELECT h.*, r.periode IS NOT NULL AS remplie, sum(h.declarees) OVER annee AS declarees_an, sum(h.heures) OVER annee AS payees_an
            FROM heures_suivies h LEFT JOIN remplis r ON r.periode = h.mois WINDOW annee AS (PARTITION BY h.qui, h.mois // 100))
        SELECT bulletin, declarees, heures AS payees, heures_du_mois AS du_mois, heures_rappelees AS rappelees, heures_de_l_an_suivant AS suivantes, declarees_an, payees_an, lignes, mois AS cle,
               coalesce(inconnu, CASE WHEN sans_heures > 0 THEN 'heures payées inconnues' WHEN declarees IS NULL THEN 'heures supplémentaires absentes du bulletin'
                    ELSE 'heures supplémentaires déclarées par aucun bulletin du mois' END) AS motif,
               CASE WHEN inconnu IS NULL AND sans_heures = 0 AND remplie THEN declarees < heures END AS constat
        FROM mensuelles
        """;

    // Hospital trades of the higher cap: specialised nurses, health managers, midwives, radiographers, technical staff in charge.
    [Regle("IHTS-03", "Contingent mensuel d'heures supplémentaires dépassé", GraviteDeRegle.Anomalie, Decret + Hopital,
        "{heures} heure(s) supplémentaire(s) payée(s) au titre du mois, pour un contingent de {contingent} : quotité {quotite%}.",
        Portee = PorteeDeRegle.Periode, Doute = "Plafonds hospitaliers, peut-être relevés depuis ; temps partiel ; dérogations au plafond sur décision.")]
    [Seuil("plafond", "25", "Heures par mois, fonction publique territoriale")]
    [Seuil("plafond_hopital", "15", "Heures par mois, fonction publique hospitalière")]
    [Seuil("plafond_hopital_eleve", "18.3", "Heures par mois, métiers hospitaliers au plafond relevé")]
    public static string Contingent() => $"""
        WITH plafonnees AS (
            SELECT h.*, CASE WHEN h.sans_heures = 0 THEN h.heures WHEN h.declarees > 0 THEN h.declarees END AS retenues, {PlafondDuMetier("$plafond_hopital_eleve", "$plafond_hopital", "$plafond")} * h.q AS contingent
            FROM heures_suivies h WHERE h.montant > 0)
        SELECT bulletin, retenues AS heures, contingent, q AS quotite, lignes, mois AS cle,
               coalesce(inconnu, CASE WHEN retenues IS NULL THEN 'heures inconnues' WHEN q IS NULL THEN 'quotité absente' ELSE 'versant inconnu' END) AS motif,
               retenues > contingent AS constat
        FROM plafonnees
        """;

    [Regle("IHTS-04", "Volume annuel d'heures supplémentaires élevé", GraviteDeRegle.AVerifier, Decret + Hopital,
        "{heures} heure(s) supplémentaire(s) payée(s) au titre de {an}, pour un niveau de veille de {niveau} : quotité moyenne {quotite%} sur {mois} mois.",
        Portee = PorteeDeRegle.Periode, Doute = "Le décret de la fonction publique territoriale ne fixe qu'un plafond mensuel : ces niveaux sont des repères.")]
    [Seuil("niveau", "180", "Heures par an")]
    [Seuil("niveau_hopital", "220", "Heures par an, fonction publique hospitalière")]
    public static string VolumeAnnuel() => """
        WITH quotites AS (SELECT qui, periode // 100 AS an, sum(q) AS somme, count(*) AS mois, bool_or(q IS NULL) AS inconnue FROM bulletin_suivi GROUP BY ALL),
        annuelles AS (
            SELECT qui, mois // 100 AS an, sum(heures) AS heures, sum(sans_heures) AS sans_heures, bool_or(fph) AS fph, arg_max(bulletin, mois) AS bulletin, arg_max(lignes, mois) AS lignes
            FROM heures_suivies WHERE inconnu IS NULL GROUP BY ALL),
        niveaux AS (
            SELECT a.*, q.mois, CASE WHEN NOT q.inconnue THEN quotient(q.somme, q.mois) END AS quotite,
                   CASE WHEN a.fph THEN $niveau_hopital WHEN NOT a.fph THEN $niveau END AS veille
            FROM annuelles a JOIN quotites q ON q.qui = a.qui AND q.an = a.an)
        SELECT bulletin, heures, an, mois, au_centime(veille * quotite) AS niveau, quotite, lignes,
               CASE WHEN quotite IS NULL THEN 'quotité absente' WHEN veille IS NULL THEN 'versant inconnu' ELSE 'heures payées inconnues' END AS motif,
               CASE WHEN heures > veille * quotite THEN true WHEN sans_heures = 0 AND veille * quotite IS NOT NULL THEN false END AS constat
        FROM niveaux
        """;

    private static string PlafondDuMetier(string eleve, string hopital, string autre) => $"""
        CASE WHEN h.fph AND regexp_matches(upper(strip_accents(h.metier)), '\b(IADE|IBODE|SAGES?[ -]FEMMES?|CADRE (SUPERIEURE? )?DE SANTE|INFIRMIERE? (SPECIALISEE?|ANESTHES\w*|DE BLOC)|PUERICULTRICE|MANIPULAT\w+|AGENTE? DE MAITRISE|TECHNICIEN\w* HOSPITALI\w+)\b')
             THEN {eleve} WHEN h.fph THEN {hopital} WHEN NOT h.fph THEN {autre} END
        """;
}
