namespace Xemelios.Samples;

/// <summary>RI-01 to RI-04, RI-06, RI-07 and RI-10.</summary>
internal static class CasDesPrimes
{
    private const string Contractuel = "NON_TITULAIRE";

    public static IEnumerable<CasDeRegle> Tous() => [Iat(), Ifts(), Iss(), Iemp(), Psr(), Ipf(), Pfi()];

    private static CasDeRegle Iat() => Reservee("RI-01", "I.A.T.", "Adjoint administratif", "Attaché")
        .Conforme(Paye("CATEGORIE-B", "I.A.T.", "Rédacteur")).NonEvaluable(GradeInconnu("I.A.T."));

    private static CasDeRegle Ifts() => Reservee("RI-02", "I.F.T.S.", "Attaché", "Adjoint administratif")
        .Constat(100m, Paye("B-349", "I.F.T.S.", "Rédacteur") with { Indice = 349 })
        .Conforme(Paye("B-350", "I.F.T.S.", "Rédacteur") with { Indice = 350 }, Paye("A-349", "I.F.T.S.", "Attaché") with { Indice = 349 })
        .NonEvaluable(GradeInconnu("I.F.T.S."), Paye("B-SANS-INDICE", "I.F.T.S.", "Rédacteur") with { Indice = null });

    private static CasDeRegle Iss() => Reservee("RI-03", "Indemnité spécifique de service", "Ingénieur", "Adjoint technique")
        .Conforme(Paye("CATEGORIE-B", "Indemnité spécifique de service", "Technicien")).NonEvaluable(GradeInconnu("I.S.S."));

    private static CasDeRegle Iemp() => Reservee("RI-04", "Indemnité d'exercice des missions des préfectures", "Adjoint administratif")
        .Conforme(Paye("CATEGORIE-A", "I.E.M.P.", "Attaché"), Paye("GRADE-INCONNU", "I.E.M.P.", "Chargé de mission"));

    private static CasDeRegle Psr() => Reservee("RI-06", "Prime de service et de rendement", "Technicien principal", "Adjoint technique")
        .Constat(100m, Paye("REDACTEUR", "P.S.R.", "Rédacteur")).Constat(100m, GradeInconnu("P.S.R."))
        .Conforme(Paye("INGENIEUR", "P.S.R.", "Ingénieur"), Paye("DGST", "P.S.R.", "Attaché") with { Emploi = "Directeur général des services techniques" })
        .NonEvaluable(Paye("SANS-GRADE", "P.S.R.", null));

    private static CasDeRegle Ipf() => Reservee("RI-07", "Indemnité de performance et de fonctions", "Ingénieur en chef", "Technicien")
        .Constat(100m, Paye("INGENIEUR", "I.P.F.", "Ingénieur principal")).Constat(100m, GradeInconnu("I.P.F."));

    private static CasDeRegle Pfi() => new CasDeRegle("RI-10")
        .Constat(null, Paye("INFORMATICIEN", "Prime de fonction informatique", "Technicien") with { Emploi = "Analyste" })
        .Constat(null, Paye("DEUX-MOIS", "P.F.I.", "Technicien") with { Mois = "2026-02" }, Paye("DEUX-MOIS", "P.F.I.", "Technicien"))
        .Constat(null, Paye("PEU", "P.F.I.", "Technicien", 0.50m))
        .SansObjet(Paye("REPRIS", "P.F.I.", "Technicien", -100m), Paye("ANNULE", "P.F.I.", "Technicien") with { Et = [Prime("P.F.I.", 100m), Prime("P.F.I.", -100m)] }, new PayeDeCas("SANS-PRIME"));

    private static CasDeRegle Reservee(string code, string libelle, string admis, string? exclu = null)
    {
        var cas = new CasDeRegle(code)
            .Constat(100m, Paye("CONTRACTUEL", libelle, admis) with { Statut = Contractuel })
            .Constat(100m, Paye("ELU", libelle, admis) with { Statut = "AUTRE_STATUT", Emploi = "Maire" })
            .Constat(0.50m, Paye("PEU", libelle, admis, 0.50m) with { Statut = Contractuel })
            .Conforme(Paye("TITULAIRE", libelle, admis), Paye("STAGIAIRE", libelle, admis) with { Statut = "STAGIAIRE" }, Paye("FONCTIONNEL", libelle, admis) with { Statut = "EMPLOI_FONC", Quotite = 80 })
            .NonEvaluable(Paye("SANS-STATUT", libelle, admis) with { Statut = null })
            .SansObjet(Paye("REPRIS", libelle, admis, -100m) with { Statut = Contractuel }, Paye("ANNULE", libelle, admis) with { Statut = Contractuel, Et = [Prime(libelle, 100m), Prime(libelle, -100m)] }, new PayeDeCas("SANS-PRIME"))
            .SansObjet(Paye("RAPPEL-2025", libelle, admis) with { Statut = Contractuel, Et = [Prime(libelle, 100m) with { Categorie = Categorie.Rappel, Du = "2025-06" }] });
        return exclu is null ? cas : cas
            .Constat(100m, Paye("HORS-CATEGORIE", libelle, exclu))
            .Constat(100m, Paye("HORS-CATEGORIE-SANS-STATUT", libelle, exclu) with { Statut = null })
            .Constat(100m, Paye("HORS-CATEGORIE-CONTRACTUEL", libelle, exclu) with { Statut = Contractuel });
    }

    private static PayeDeCas GradeInconnu(string libelle) => Paye("GRADE-INCONNU", libelle, "Chargé de mission");

    private static LigneDeCas Prime(string libelle, decimal montant) => new(Categorie.Indemnite, "2500", libelle, montant);

    private static PayeDeCas Paye(string matricule, string libelle, string? grade, decimal montant = 100m) => new PayeDeCas(matricule) with { Grade = grade, Et = [Prime(libelle, montant)] };
}
