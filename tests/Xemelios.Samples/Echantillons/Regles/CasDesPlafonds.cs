namespace Xemelios.Samples;

/// <summary>RI-05, RI-08 and RI-09. A ceiling of 11 340 a year is 945 a month, 810 at 80 %; 7 090 is 590.83.</summary>
internal static class CasDesPlafonds
{
    private const string Contractuel = "NON_TITULAIRE";

    public static IEnumerable<CasDeRegle> Tous() => [Pfr(), Ifse(), Cia()];

    private static CasDeRegle Pfr() => new CasDeRegle("RI-05")
        .Constat(0.09m, Fonctions("GENERAL", "Administrateur général", 4900.09m))
        .Constat(0.09m, Fonctions("HORS-CLASSE", "Administrateur hors classe", 4600.09m))
        .Constat(0.09m, Fonctions("ADMINISTRATRICE", "Administratrice territoriale", 4150.09m))
        .Constat(0.09m, Fonctions("DIRECTEUR", "Directeur territorial", 2150.09m))
        .Constat(0.09m, Fonctions("PRINCIPALE", "Attachée principale", 2150.09m))
        .Constat(0.09m, Fonctions("ATTACHE", "Attaché", 1675.09m))
        .Constat(0.26m, Fonctions("TROIS-MOIS", "Attaché", 1675.09m) with { Mois = "2026-01" }, Fonctions("TROIS-MOIS", "Attaché", 1675.09m) with { Mois = "2026-02" }, Fonctions("TROIS-MOIS", "Attaché", 1675.08m))
        .Constat(100m, Fonctions("CONTRACTUEL", "Attaché", 100m) with { Statut = Contractuel })
        .Constat(0.50m, Fonctions("PEU", "Attaché", 0.50m) with { Statut = Contractuel })
        .Constat(100m, Fonctions("ANNULE-ENSUITE", "Rédacteur", 100m) with { Et = [Prime("P.F.R.", 100m), Prime("P.F.R.", -100m)] }, Fonctions("ANNULE-ENSUITE", "Attaché", 100m) with { Mois = "2026-02", Statut = Contractuel })
        .Constat(100m, Fonctions("REDACTEUR", "Rédacteur", 100m))
        .Conforme(Fonctions("GENERAL-1", "Administrateur général", 4900.08m), Fonctions("SECRETAIRE", "Secrétaire de mairie", 1675.08m), Fonctions("80", "Attaché principal", 2150m) with { Quotite = 80 })
        .Conforme(Fonctions("TROIS-MOIS-1", "Attaché", 1675.09m) with { Mois = "2026-01" }, Fonctions("TROIS-MOIS-1", "Attaché", 1675.08m) with { Mois = "2026-02" }, Fonctions("TROIS-MOIS-1", "Attaché", 1675.08m))
        .Conforme(new PayeDeCas("EN-UNE-FOIS") with { Mois = "2026-02", Grade = "Attaché" }, Fonctions("EN-UNE-FOIS", "Attaché", 3000m))
        .Conforme(Fonctions("PROMU", "Rédacteur", 0m) with { Mois = "2026-02", Statut = Contractuel }, Fonctions("PROMU", "Attaché", 100m))
        .NonEvaluable(Fonctions("SANS-PLAFOND", "Ingénieur", 100m), Fonctions("SANS-STATUT", "Attaché", 100m) with { Statut = null }, Fonctions("GRADE-INCONNU", "Chargé de mission", 100m))
        .SansObjet(new PayeDeCas("SANS-PRIME"), Fonctions("REPRIS", "Rédacteur", -100m), Fonctions("ANNULE", "Rédacteur", 100m) with { Et = [Prime("P.F.R.", 100m), Prime("P.F.R.", -100m)] });

    private static CasDeRegle Ifse() => new CasDeRegle("RI-08")
        .Fournit("plafonds", "regime;grade;groupe;loge;plafond", "IFSE;Adjoint administratif;1;non;11340", "IFSE;Adjoint administratif;2;non;10800", "IFSE;Adjoint administratif;1;oui;7090", "CIA;Adjoint administratif;1;non;1260")
        .Fournit("logements", "matricule;debut;fin", "LOGE;;", "LOGE-LE-31;2026-03-31;", "LOGE-LE-1;;2026-03-01", "PLUS-LOGE;2020-01-01;2026-02-28", "PAS-ENCORE-LOGE;2026-04-01;")
        .Constat(1.01m, Sujetions("TROP", 946.01m))
        .Constat(1.01m, Sujetions("TROP-A-80", 811.01m) with { Quotite = 80 })
        .Constat(9.17m, Sujetions("LOGE", 600m))
        .Constat(9.17m, Sujetions("LOGE-LE-31", 600m))
        .Constat(9.17m, Sujetions("LOGE-LE-1", 600m))
        .Constat(9.17m, Sujetions("LOGE-EN-PAYE", 600m, new LigneDeCas(Categorie.AvantageNature, "2600", "Logement de fonction", 200m)))
        .Constat(100m, Sujetions("AUTRE", 100m) with { Statut = "AUTRE_STATUT" })
        .Constat(0.50m, Sujetions("AIDE", 0.50m) with { Statut = "EMPLOI_AIDE" })
        .Constat(100m, Sujetions("ELU", 100m) with { Emploi = "Maire" })
        .Conforme(Sujetions("AU-PLAFOND", 946m), Sujetions("80", 810m) with { Quotite = 80 }, Sujetions("CONTRACTUEL", 945m) with { Statut = Contractuel }, Sujetions("PEU", 0.50m))
        .Conforme(Sujetions("PLUS-LOGE", 600m), Sujetions("PAS-ENCORE-LOGE", 600m))
        .NonEvaluable(Sujetions("SANS-PLAFOND", 100m) with { Grade = "Rédacteur" }, Sujetions("SANS-QUOTITE", 100m) with { Quotite = null })
        .SansObjet(new PayeDeCas("SANS-PRIME"), Sujetions("RAPPEL-2025", 0m, Prime("I.F.S.E.", 2000m) with { Categorie = Categorie.Rappel, Du = "2025-06" }), Sujetions("ANNULE", 2000m, Prime("I.F.S.E.", -2000m)));

    private static CasDeRegle Cia() => new CasDeRegle("RI-09")
        .Fournit("plafonds", "regime;grade;groupe;loge;plafond", "CIA;Adjoint administratif;1;non;1260", "CIA;Adjoint administratif;2;non;1200", "CIA;Adjoint administratif;1;oui;800", "IFSE;Adjoint administratif;1;non;11340")
        .Fournit("logements", "matricule;debut;fin", "LOGE;;", "LOGE-LE-31;2026-03-31;", "LOGE-LE-1;;2026-03-01", "PLUS-LOGE;2020-01-01;2026-02-28", "PAS-ENCORE-LOGE;2026-04-01;")
        .Constat(1.01m, Complement("TROP", 1261.01m))
        .Constat(461m, Complement("LOGE", 1261m))
        .Constat(461m, Complement("LOGE-LE-31", 1261m))
        .Constat(461m, Complement("LOGE-LE-1", 1261m))
        .Constat(1.01m, Complement("LOGE-EN-PAYE", 801.01m, new LigneDeCas(Categorie.AvantageNature, "2600", "Logement de fonction", 200m)))
        .Constat(null, Complement("TROIS-FOIS", 100m) with { Mois = "2026-01" }, Complement("TROIS-FOIS", 100m) with { Mois = "2026-02" }, Complement("TROIS-FOIS", 100m))
        .Constat(100m, Complement("AUTRE", 100m) with { Statut = "AUTRE_STATUT" })
        .Constat(0.50m, Complement("AIDE", 0.50m) with { Statut = "EMPLOI_AIDE" })
        .Constat(100m, Complement("ELU", 100m) with { Emploi = "Maire" })
        .Conforme(Complement("AU-PLAFOND", 1261m), Complement("PLUS-LOGE", 1261m), Complement("PAS-ENCORE-LOGE", 1261m), Complement("CONTRACTUEL", 1000m) with { Statut = Contractuel }, Complement("DEUX-FOIS", 600m) with { Mois = "2026-02" }, Complement("DEUX-FOIS", 600m))
        .NonEvaluable(Complement("SANS-PLAFOND", 100m) with { Grade = "Rédacteur" })
        .SansObjet(new PayeDeCas("SANS-PRIME"), Complement("ANNULE", 2000m, Prime("C.I.A.", -2000m)) with { Statut = "AUTRE_STATUT" });

    private static LigneDeCas Prime(string libelle, decimal montant) => new(Categorie.Indemnite, "2500", libelle, montant);

    private static PayeDeCas Fonctions(string matricule, string grade, decimal montant) => new PayeDeCas(matricule) with { Grade = grade, Et = [Prime("Prime de fonctions et de résultats", montant)] };

    private static PayeDeCas Sujetions(string matricule, decimal montant, params LigneDeCas[] autres) => new PayeDeCas(matricule) with { Et = [Prime("I.F.S.E.", montant), .. autres] };

    private static PayeDeCas Complement(string matricule, decimal montant, params LigneDeCas[] autres) => new PayeDeCas(matricule) with { Et = [Prime("Complément indemnitaire annuel", montant), .. autres] };
}
