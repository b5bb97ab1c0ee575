namespace Xemelios.Samples;

/// <summary>IR. Index 400 is 1 969.11 a month: 59.07 in zone 1, 19.69 in zone 2; 50.63 at 80 % of a part-timer, 47.26 for a post of 28 hours.</summary>
internal static class CasDeResidence
{
    private static readonly string Zone2 = SiretFictif.Creer("21", 9_974);
    private static readonly string Zone3 = SiretFictif.Creer("21", 9_975);
    private static readonly string AutreLieu = SiretFictif.Creer("21", 9_976);

    public static IEnumerable<CasDeRegle> Tous() => [Zone(), TauxApparent()];

    private static CasDeRegle Zone()
    {
        var cas = new CasDeRegle("IR-01");
        return cas.Fournit("zones", "siret;zone", $"{cas.Siret};1", $"{Zone2};2", $"{Zone3};3")
            .Constat(1.01m, Paye("SEUIL+", 60.08m))
            .Constat(-1.01m, Paye("SEUIL-", 58.06m))
            .Constat(-59.07m, Paye("RIEN", 0m))
            .Constat(8.44m, Paye("80-MAL", 59.07m) with { Quotite = 80 })
            .Constat(1.50m, Paye("PLANCHER-DE-2023", 54.81m) with { Indice = 340, Mois = "2023-12" })
            .Constat(39.38m, Paye("ZONE-2-MAL", 59.07m) with { Etablissement = Zone2 })
            .Constat(10.93m, Paye("TROP-ENTREE", 70.00m) with { Evenements = ["ENTREE"] })
            .Constat(-3.70m, Paye("SANS-SA-NBI", 59.07m) with { Nbi = [25m] })
            .Conforme(Paye("JUSTE", 59.07m), Paye("TOLERE", 60.07m), Paye("TOLERE-MOINS", 58.07m), Paye("AVEC-NBI", 62.77m) with { Nbi = [25m] })
            .Conforme(Paye("80-COMPLET", 47.26m) with { Quotite = 80 }, Paye("80-PARTIEL", 50.63m) with { Quotite = 80 }, Paye("90-PARTIEL", 54.01m) with { Quotite = 90 })
            .Conforme(Paye("AU-PLANCHER-2023", 53.31m) with { Indice = 340, Mois = "2023-12" }, Paye("AU-PLANCHER-2024", 54.05m) with { Indice = 340, Mois = "2024-01" })
            .Conforme(Paye("POINT-DE-2022-06", 56.23m) with { Mois = "2022-06" }, Paye("POINT-DE-2022-07", 58.20m) with { Mois = "2022-07" }, Paye("POINT-DE-2023-06", 58.20m) with { Mois = "2023-06" })
            .Conforme(Paye("ZONE-2", 19.69m) with { Etablissement = Zone2 }, Paye("ZONE-3", 0m) with { Etablissement = Zone3 })
            .Conforme(Paye("UN-EURO", 0.03m) with { Quotite = 0.05m })
            .Conforme(Paye("AVEC-RAPPELS", 59.07m) with
            {
                Et =
                [
                    Residence(59.07m), Residence(20m) with { Du = "2026-02" },
                    new(Categorie.Rappel, "4010", "Rappel indemnité de résidence", 30m) { Du = "2026-01" },
                ],
            })
            .Conforme(Paye("DEUX-BULLETINS", 59.07m))
            .SansObjet(new PayeDeCas("DEUX-BULLETINS") { Lignes = [new(Categorie.Indemnite, "2000", "IFSE", 100m)] })
            .NonEvaluable(Paye("SANS-ZONE", 59.07m) with { Etablissement = AutreLieu }, Paye("SANS-QUOTITE", 59.07m) with { Quotite = null })
            .NonEvaluable(Paye("ENTRE-LE-10", 39.38m) with { Periode = ("2026-03-11", "2026-03-31") })
            .SansObjet(Paye("ELU", 59.07m) with { Emploi = "Maire" }, Paye("VACATAIRE", 59.07m) with { Emploi = "Vacataire" }, Paye("ASSISTANTE", 59.07m) with { Emploi = "Assistante maternelle" })
            .SansObjet(Paye("SANS-INDICE", 59.07m) with { Indice = null, Lignes = [new(Categorie.TraitBrut, "1010", "Traitement forfaitaire", 1900m), Residence(59.07m)] });
    }

    private static CasDeRegle TauxApparent() => new CasDeRegle("IR-02")
        .Constat(1.01m, Paye("SEUIL+", 20.70m))
        .Constat(-1.01m, Paye("SEUIL-", 18.68m))
        .Constat(-19.69m, Paye("RIEN", 0m))
        .Constat(39.38m, Paye("TROIS-POUR-CENT", 59.07m))
        .Constat(null, Paye("LIEU-A-2", 39.38m) with { Etablissement = Zone2 })
        .Constat(19.69m, Paye("SEUL-PAYE", 19.69m) with { Etablissement = Zone3 })
        .SansObjet(Paye("LIEU-A-2-AUSSI", 39.38m) with { Etablissement = Zone2 }, Paye("LIEU-A-2-ENCORE", 19.69m) with { Etablissement = Zone2 }, Paye("LIEU-A-2-ENFIN", 39.38m) with { Etablissement = Zone2 })
        .Conforme(Paye("NON-PAYE", 0m) with { Etablissement = Zone3 }, Paye("NON-PAYE-AUSSI", 0m) with { Etablissement = Zone3 })
        .Conforme(Paye("JUSTE", 19.69m), Paye("JUSTE-AUSSI", 19.69m), Paye("TOLERE", 20.69m), Paye("TOLERE-MOINS", 18.69m), Paye("80-PARTIEL", 15.75m) with { Quotite = 80 })
        .Conforme(Paye("AU-PLANCHER", 18.02m) with { Indice = 300 }, Paye("SANS-QUOTITE", 19.69m) with { Quotite = null })
        .Conforme(Paye("UN-EURO", 0.01m) with { Quotite = 0.05m })
        .Conforme(Paye("AVEC-NBI", 22.15m) with { Nbi = [50m], Et = [Residence(22.15m), new(Categorie.Indemnite, "1020", "N.B.I.", 246.14m)] })
        .Conforme(Paye("AVEC-RAPPEL", 19.69m) with { Et = [Residence(19.69m), Residence(40m) with { Du = "2026-01" }] })
        .SansObjet(Paye("SANS-TRAITEMENT", 19.69m) with { Lignes = [new(Categorie.Indemnite, "2000", "IFSE", 100m)] }, Paye("ELU", 70m) with { Emploi = "Maire" })
        .SansObjet(Paye("VACATAIRE", 70m) with { Emploi = "Vacataire" }, Paye("ASSISTANTE", 70m) with { Emploi = "Assistante maternelle" }, Paye("SANS-INDICE", 0m) with { Indice = null, Lignes = [new(Categorie.TraitBrut, "1010", "Traitement forfaitaire", 1900m)] });

    private static LigneDeCas Residence(decimal montant) => new(Categorie.IndemResid, "1100", "Indemnité de résidence", montant);

    private static PayeDeCas Paye(string matricule, decimal residence) => new(matricule) { Et = residence == 0 ? [] : [Residence(residence)] };
}
