using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Regles;

/// <summary>RI-01 to RI-07 but RI-05, and RI-10: the primes of before the RIFSEEP, for those that their text names.</summary>
internal static class ReglesDesPrimes
{
    private const string Droit = "Primes remplacées par le RIFSEEP à des dates propres à chaque cadre d'emplois ; catégorie proposée d'après le grade.";

    [Regle("RI-01", "IAT hors de son champ", GraviteDeRegle.Anomalie, "Décret n° 2002-61 du 14 janvier 2002 relatif à l'indemnité d'administration et de technicité", PrimeReservee.Dit, Doute = Droit)]
    public static string Iat() => PrimeReservee.Sql("IAT", "'B', 'C'", "réservée aux catégories B et C");

    [Regle("RI-02", "IFTS hors de son champ", GraviteDeRegle.Anomalie, "Décret n° 2002-63 du 14 janvier 2002 relatif à l'indemnité forfaitaire pour travaux supplémentaires", PrimeReservee.Dit, Doute = Droit)]
    [Seuil("indice", "350", "Indice majoré à partir duquel un agent de catégorie B peut la percevoir (indice brut 380)")]
    public static string Ifts() => PrimeReservee.Sql("IFTS", "'A', 'B'", "réservée aux catégories A et B", "categorie = 'B' AND indice < $indice", "réservée en catégorie B aux indices bruts d''au moins 380");

    [Regle("RI-03", "ISS hors de son champ", GraviteDeRegle.Anomalie, "Décret n° 2003-799 du 25 août 2003 relatif à l'indemnité spécifique de service", PrimeReservee.Dit, Doute = Droit)]
    public static string Iss() => PrimeReservee.Sql("ISS", "'A', 'B'", "réservée aux catégories A et B");

    [Regle("RI-04", "IEMP versée à un agent qui n'est pas fonctionnaire", GraviteDeRegle.AVerifier, "Décret n° 97-1223 du 26 décembre 1997 relatif à l'indemnité d'exercice de missions des préfectures", PrimeReservee.Dit, Doute = Droit)]
    public static string Iemp() => PrimeReservee.Sql("IEMP", null);

    [Regle("RI-06", "PSR hors de son champ", GraviteDeRegle.Anomalie, "Décret n° 2009-1558 du 15 décembre 2009 relatif à la prime de service et de rendement", PrimeReservee.Dit, Doute = Droit)]
    public static string Psr() => PrimeReservee.Sql(
        "PSR", "'A', 'B'", "réservée aux catégories A et B", @"NOT regexp_matches(mots, '\b(INGENIEURE?|TECHNICIENN?E?|DESSINAT|BIOLOGISTE|PHARMACIEN)|SERVICES TECHNIQUES')", "réservée aux grades techniques");

    [Regle("RI-07", "IPF hors de son champ", GraviteDeRegle.Anomalie, "Décret n° 2010-1705 du 30 décembre 2010 relatif à l'indemnité de performance et de fonctions", PrimeReservee.Dit, Doute = Droit)]
    public static string Ipf() => PrimeReservee.Sql("IPF", "'A'", "réservée à la catégorie A", @"NOT regexp_matches(mots, '\bINGENIEURE? (TERRITORIALE? )?EN CHEF')", "réservée au grade d''ingénieur en chef");

    [Regle("RI-10", "Prime de fonction informatique : bénéficiaires", GraviteDeRegle.Information, "Décret n° 71-343 du 29 avril 1971 relatif aux fonctionnaires affectés au traitement de l'information",
        "Prime de fonction informatique versée {mois} mois en {annee} : {paye€}, emploi « {emploi} ».", Portee = PorteeDeRegle.Periode, Doute = "Emplois ouverts à la prime.")]
    public static string Pfi() => """
        SELECT arg_max(b.bulletin, (b.periode, b.empreinte, b.ordre)) AS bulletin, (b.periode // 100)::VARCHAR AS annee, count(DISTINCT b.periode) AS mois, sum(r.montant)::DECIMAL(14,2) AS paye,
               arg_max(b.emploi, (b.periode, b.empreinte, b.ordre)) AS emploi, arg_max(r.lignes, (b.periode, b.empreinte, b.ordre)) AS lignes, true AS constat
        FROM regime_suivi r JOIN bulletin_suivi b ON b.bulletin = r.bulletin WHERE r.regime = 'PFI' AND NOT r.retenue GROUP BY b.qui, b.periode // 100 HAVING sum(r.montant) > 0
        """;
}
