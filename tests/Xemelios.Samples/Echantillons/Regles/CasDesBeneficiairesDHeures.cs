namespace Xemelios.Samples;

/// <summary>IHTS, who and at which rate. Index 400 is a base of 12.983165 an hour: ten hours are 162.29 at 1.25, 164.89 at 1.27, 324.58 at night, 270.48 on Sunday.</summary>
internal static class CasDesBeneficiairesDHeures
{
    public static IEnumerable<CasDeRegle> Tous() => [CategorieA(), Contractuels(), TauxHoraire()];

    private static CasDeRegle CategorieA() => new CasDeRegle("IHTS-05")
        .Constat(100m, De("ATTACHE", Ihts(100m)) with { Grade = "Attaché principal" }).Constat(-50m, De("REPRISE", Ihts(-50m)) with { Grade = "Ingénieur" })
        .Constat(0.50m, De("EN-TRAITEMENT", new LigneDeCas(Categorie.TraitBrut, "1050", "Heures supplémentaires", 0.50m)) with { Grade = "Attaché" })
        .Constat(120m, De("80", Ihts(100m), Rappel(20m, "2025-11")) with { Grade = "Attaché", Quotite = 80 })
        .Conforme(De("C", Ihts(100m)), De("B", Ihts(100m)) with { Grade = "Rédacteur" }, De("INFIRMIER", Ihts(100m)) with { Grade = "Infirmier en soins généraux" }, De("SAGE-FEMME", Ihts(100m)) with { Grade = "Sage-femme" })
        .Conforme(De("PSYCHOLOGUE", Ihts(100m)) with { Grade = "Psychologue" }, De("CADRE-DE-SANTE", Ihts(100m)) with { Grade = "Cadre supérieur de santé" }, De("SOCIO-EDUCATIF", Ihts(100m)) with { Grade = "Conseiller socio-éducatif" })
        .Conforme(De("CESF", Ihts(100m)) with { Grade = "Attaché", Emploi = "C.E.S.F. - CESF" })
        .NonEvaluable(De("CATEGORIE-INCONNUE", Ihts(100m)) with { Grade = "Chargé de mission" })
        .SansObjet(De("SANS-HEURE", new LigneDeCas(Categorie.Indemnite, "2181", "Indemnité forfaitaire pour travaux supplémentaires", 200m)) with { Grade = "Attaché" }, De("ANNULEES", Ihts(50m), Ihts(-50m)) with { Grade = "Attaché" }, De("ELU") with { Emploi = "Maire" }, De("VACATAIRE") with { Emploi = "Vacataire" });

    private static CasDeRegle Contractuels() => new CasDeRegle("IHTS-06") { Decalage = 5_000 }
        .Constat(100m, De("CONTRACTUEL", Ihts(100m)) with { Statut = "NON_TITULAIRE" }).Constat(0.50m, De("APPRENTI", Ihts(0.50m)) with { Statut = "AUTRE_STATUT" }).Constat(30m, De("RAPPEL", Rappel(30m, "2025-12")) with { Statut = "NON_TITULAIRE" })
        .Constat(60m, De("VACATAIRE", Ihts(60m)) with { Statut = "NON_TITULAIRE", Emploi = "Vacataire" })
        .Conforme(De("TITULAIRE", Ihts(100m)), De("STAGIAIRE", Ihts(100m)) with { Statut = "STAGIAIRE" }, De("EMPLOI-FONCTIONNEL", Ihts(100m)) with { Statut = "EMPLOI_FONC" }, De("80", Ihts(100m)) with { Quotite = 80 })
        .NonEvaluable(De("STATUT-ABSENT", Ihts(100m)) with { Statut = null })
        .SansObjet(De("SANS-HEURE") with { Statut = "NON_TITULAIRE" }, De("ANNULEES", Ihts(50m), Ihts(-50m)) with { Statut = "NON_TITULAIRE" }, De("ELU") with { Statut = "AUTRE_STATUT", Emploi = "Maire" });

    private static CasDeRegle TauxHoraire() => new CasDeRegle("IHTS-07") { Decalage = 5_000, Testes = 29 }
        .Constat(103.00m, De("NUIT-ET-DIMANCHE", Ihts(432.77m, 10))).Constat(-30.99m, De("SANS-MAJORATION", Ihts(131.30m, 10)))
        .Constat(1.65m, De("SEUIL-1,27", Ihts(166.54m, 10)))
        .Constat(null, De("QUINZE-AU-PREMIER", Ihts(243.43m, 15))).Constat(null, De("QUINZE-EN-DEUX", Ihts(162.29m, 10), Ihts(135.24m, 5)))
        .Constat(14.21m, De("90-MAL", Ihts(144.04m, 10)) with { Quotite = 90 })
        .Constat(-32.46m, De("98-SANS-MAJORATION", Ihts(129.83m, 10)) with { Quotite = 98 })
        .Conforme(De("97-SANS-MAJORATION", Ihts(129.83m, 10)) with { Quotite = 97 }, De("80-NUIT", Ihts(259.66m, 10)) with { Quotite = 80 }, De("80-DIMANCHE", Ihts(216.39m, 10)) with { Quotite = 80 })
        .Conforme(De("NUIT", Ihts(324.58m, 10)), De("NUIT-AU-DELA", Ihts(329.77m, 10)), De("DIMANCHE", Ihts(270.48m, 10)), De("DIMANCHE-AU-DELA", Ihts(274.81m, 10)))
        .Constat(-11.61m, De("REPRISE-MAL", Ihts(-176.50m, 10)))
        .Conforme(De("JOUR", Ihts(162.29m, 10)), De("JOUR-AU-DELA", Ihts(227.21m, 14), Ihts(98.93m, 6)), De("TOLERE", Ihts(166.53m, 10)), De("BASE", Ihts(162.29m) with { Base = 10 }), De("UNITES-A-ZERO", Ihts(162.29m, 0) with { Base = 10 }))
        .Conforme(De("AVEC-NBI", Ihts(172.43m, 10)) with { Nbi = [25m] }, De("SANS-SA-NBI", Ihts(162.29m, 10)) with { Nbi = [25m] }, De("AVEC-RESIDENCE", Ihts(165.49m, 10), new LigneDeCas(Categorie.IndemResid, "1100", "Indemnité de résidence", 59.07m)))
        .NonEvaluable(De("HEURES-INCONNUES", Ihts(100m)), De("BASE-A-ZERO", Ihts(100m) with { Base = 0 }), De("SANS-INDICE", Ihts(100m, 5)) with { Indice = null }, De("SANS-QUOTITE", Ihts(131.30m, 10)) with { Quotite = null })
        .SansObjet(De("RAPPEL-SEUL", Rappel(500m, "2025-12")), De("NULLE", Ihts(0m, 10)), De("ELU") with { Emploi = "Maire" }, De("VACATAIRE") with { Emploi = "Vacataire" });

    private static LigneDeCas Ihts(decimal montant, decimal? heures = null) => new(Categorie.Indemnite, "2020", "I.H.T.S.", montant) { Unites = heures };

    private static LigneDeCas Rappel(decimal montant, string du) => new(Categorie.Rappel, "4040", "Rappel heures supplémentaires", montant) { Du = du, Unites = 1 };

    private static PayeDeCas De(string matricule, params LigneDeCas[] lignes) => new(matricule) { Et = lignes };
}
