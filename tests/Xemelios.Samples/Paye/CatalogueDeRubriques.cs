namespace Xemelios.Samples;

/// <summary>Invented rubriques of the two profiles, with accounts of M57 and M21.</summary>
public static class CatalogueDeRubriques
{
    /// <summary>All rubriques of a profile; their codes are unique.</summary>
    public static IReadOnlyList<RubriqueFictive> De(ProfilDePaye profil) => profil == ProfilDePaye.Hopital ? Hopital : Commune;

    /// <summary>The rubrique of that code.</summary>
    public static RubriqueFictive De(ProfilDePaye profil, string code) => (profil == ProfilDePaye.Hopital ? HopitalParCode : CommuneParCode)[code];

    private static readonly RubriqueFictive[] PartoutPareilles =
    [
        new("1300", "AVANTAGE EN NATURE LOGEMENT", Categorie.AvantageNature),
        new("7000", "Impôt prélevé à la source", Categorie.Retenue, "DGFIP"),
        new("7010", "Mutuelle santé", Categorie.Retenue, "MUT"),
        new("7020", "Saisie sur rémunération", Categorie.Retenue),
        new("7100", "Acompte versé", Categorie.Acompte),
        new("9000", "", Categorie.Commentaire),
    ];

    private static readonly RubriqueFictive[] Commune =
    [
        new("1000", "Traitement de base indiciaire", Categorie.TraitBrut, NatureSal: "64111"),
        new("1010", "Traitement des contractuels", Categorie.TraitBrut, NatureSal: "64131"),
        new("1020", "Nouvelle bonification indiciaire", Categorie.TraitBrut, NatureSal: "64113"),
        new("1100", "Indemnité de résidence", Categorie.IndemResid, NatureSal: "64112"),
        new("1110", "Indemnité de résidence contractuels", Categorie.IndemResid, NatureSal: "64132"),
        new("1200", "Supplément familial de traitement", Categorie.SupFam, NatureSal: "64112"),
        new("1210", "Supplément familial contractuels", Categorie.SupFam, NatureSal: "64132"),
        new("1500", "Indemnité de fonction des élus", Categorie.Indemnite, NatureSal: "65311"),
        new("2000", "I.F.S.E.", Categorie.Indemnite, NatureSal: "64118"),
        new("2010", "I.F.S.E. contractuels", Categorie.Indemnite, NatureSal: "64138"),
        new("2020", "I.H.T.S. 14 premières heures", Categorie.Indemnite, NatureSal: "64118"),
        new("2030", "I.H.T.S. au-delà de 14 heures", Categorie.Indemnite, NatureSal: "64118"),
        new("2040", "Indemnité d’astreinte", Categorie.Indemnite, NatureSal: "64118"),
        new("2050", "Complément indemnitaire annuel", Categorie.Indemnite, NatureSal: "64118"),
        new("3000", "Participation transport", Categorie.RemDivers, NatureSal: "6488"),
        new("4000", "Rappel traitement de base", Categorie.Rappel, NatureSal: "64111"),
        new("4010", "Rappel traitement contractuels", Categorie.Rappel, NatureSal: "64131"),
        new("5000", "C.N.R.A.C.L.", Categorie.Deduction, "CNRACL", "64111"),
        new("5010", "R.A.F.P.", Categorie.Deduction, "RAFP", "64111"),
        new("5020", "C.S.G. déductible", Categorie.Deduction, "URSSAF", "64111"),
        new("5030", "C.S.G. et C.R.D.S. non déductibles", Categorie.Deduction, "URSSAF", "64111"),
        new("5040", "Assurance vieillesse", Categorie.Deduction, "URSSAF", "64131"),
        new("5050", "IRCANTEC", Categorie.Deduction, "IRCANTEC", "64131"),
        new("5055", "IRCANTEC élus", Categorie.Deduction, "IRCANTEC", "65311"),
        new("5090", "Réduction de cotisations sur heures sup.", Categorie.Deduction, "URSSAF", "64111"),
        new("6000", "C.N.R.A.C.L. part patronale", Categorie.Cotisation, "CNRACL", "64111", "6453", "5000"),
        new("6010", "R.A.F.P. part patronale", Categorie.Cotisation, "RAFP", "64111", "6453", "5010"),
        new("6020", "Maladie part patronale", Categorie.Cotisation, "URSSAF", "64111", "6451"),
        new("6030", "Allocations familiales", Categorie.Cotisation, "URSSAF", "64111", "6451"),
        new("6040", "F.N.A.L.", Categorie.Cotisation, "URSSAF", "64111", "6332"),
        new("6050", "Cotisation C.N.F.P.T. et centre de gestion", Categorie.Cotisation, "CNFPT", "64111", "6336"),
        new("6060", "Versement mobilité", Categorie.Cotisation, "URSSAF", "64111", "6331"),
        new("6070", "Vieillesse part patronale", Categorie.Cotisation, "URSSAF", "64131", "6451", "5040"),
        new("6080", "IRCANTEC part patronale", Categorie.Cotisation, "IRCANTEC", "64131", "6453", "5050"),
        new("6085", "Assurance chômage", Categorie.Cotisation, "URSSAF", "64131", "6454"),
        new("6090", "IRCANTEC élus part patronale", Categorie.Cotisation, "IRCANTEC", "65311", "65313", "5055"),
        .. PartoutPareilles,
    ];

    private static readonly RubriqueFictive[] Hopital =
    [
        new("1000", "Traitement de base indiciaire", Categorie.TraitBrut, NatureSal: "6411"),
        new("1010", "Rémunération CDI", Categorie.TraitBrut, NatureSal: "6413"),
        new("1015", "Rémunération CDD", Categorie.TraitBrut, NatureSal: "6415"),
        new("1020", "Nouvelle bonification indiciaire", Categorie.TraitBrut, NatureSal: "6411"),
        new("1100", "Indemnité de résidence", Categorie.IndemResid, NatureSal: "6411"),
        new("1110", "Indemnité de résidence contractuels", Categorie.IndemResid, NatureSal: "6413"),
        new("1200", "Supplément familial de traitement", Categorie.SupFam, NatureSal: "6411"),
        new("1210", "Supplément familial contractuels", Categorie.SupFam, NatureSal: "6413"),
        new("1600", "Émoluments des praticiens", Categorie.TraitBrut, NatureSal: "6421"),
        new("1610", "Permanence des soins", Categorie.Indemnite, NatureSal: "6425"),
        new("2000", "Prime de service", Categorie.Indemnite, NatureSal: "6411"),
        new("2010", "Prime des contractuels", Categorie.Indemnite, NatureSal: "6413"),
        new("2020", "Heures supplémentaires de jour", Categorie.Indemnite, NatureSal: "6411"),
        new("2030", "Heures supplémentaires de nuit", Categorie.Indemnite, NatureSal: "6411"),
        new("2040", "Indemnité de sujétion", Categorie.Indemnite, NatureSal: "6411"),
        new("2050", "Indemnité de travail de nuit", Categorie.Indemnite, NatureSal: "6411"),
        new("3000", "Participation transport", Categorie.RemDivers, NatureSal: "6411"),
        new("4000", "Rappel traitement de base", Categorie.Rappel, NatureSal: "6411"),
        new("4010", "Rappel contractuels", Categorie.Rappel, NatureSal: "6413"),
        new("5000", "CNRACL", Categorie.Deduction, "CNRACL", "6411"),
        new("5010", "RAFP", Categorie.Deduction, "RAFP", "6411"),
        new("5020", "CSG déductible", Categorie.Deduction, "URSSAF", "6411"),
        new("5030", "CSG et CRDS non déductibles", Categorie.Deduction, "URSSAF", "6411"),
        new("5040", "Assurance vieillesse", Categorie.Deduction, "URSSAF", "6413"),
        new("5050", "IRCANTEC", Categorie.Deduction, "IRCANTEC", "6413"),
        new("5090", "Réduction de cotisations sur heures sup.", Categorie.Deduction, "URSSAF", "6411"),
        new("6000", "CNRACL part patronale", Categorie.Cotisation, "CNRACL", "6411", "6451", "5000"),
        new("6010", "RAFP part patronale", Categorie.Cotisation, "RAFP", "6411", "6451", "5010"),
        new("6020", "Maladie part patronale", Categorie.Cotisation, "URSSAF", "6411", "6451"),
        new("6025", "URSSAF personnel médical", Categorie.Cotisation, "URSSAF", "6421", "6452"),
        new("6030", "Allocations familiales", Categorie.Cotisation, "URSSAF", "6411", "6451"),
        new("6040", "FNAL", Categorie.Cotisation, "URSSAF", "6411", "6332"),
        new("6050", "ANFH formation professionnelle", Categorie.Cotisation, "ANFH", "6411", "6333"),
        new("6060", "Taxe sur les salaires", Categorie.Cotisation, "DGFIP", "6411", "6311"),
        new("6070", "Vieillesse part patronale", Categorie.Cotisation, "URSSAF", "6413", "6451", "5040"),
        new("6080", "IRCANTEC part patronale", Categorie.Cotisation, "IRCANTEC", "6413", "6451", "5050"),
        new("6085", "Médecine du travail", Categorie.Cotisation, "MDT", "6411", "6471"),
        .. PartoutPareilles,
    ];

    private static readonly Dictionary<string, RubriqueFictive> CommuneParCode = Commune.ToDictionary(r => r.Code);
    private static readonly Dictionary<string, RubriqueFictive> HopitalParCode = Hopital.ToDictionary(r => r.Code);

    /// <summary>Labels of the accounts used.</summary>
    public static string LibelleDeNature(string nature) => Natures.GetValueOrDefault(nature, $"Compte {nature}");

    private static readonly Dictionary<string, string> Natures = new()
    {
        ["64111"] = "Rémunération principale des titulaires",
        ["64112"] = "SFT et indemnité de résidence des titulaires",
        ["64113"] = "NBI",
        ["64118"] = "Autres indemnités des titulaires",
        ["64131"] = "Rémunérations des non titulaires",
        ["64132"] = "SFT et indemnité de résidence des non titulaires",
        ["64138"] = "Primes et autres indemnités des non titulaires",
        ["6488"] = "Autres charges de personnel",
        ["65311"] = "Indemnités de fonction des élus",
        ["65313"] = "Cotisations de retraite des élus",
        ["6311"] = "Taxe sur les salaires",
        ["6331"] = "Versement mobilité",
        ["6332"] = "Cotisations versées au FNAL",
        ["6333"] = "Formation professionnelle continue",
        ["6336"] = "Cotisations au CNFPT et au centre de gestion",
        ["6411"] = "Personnel non médical titulaire et stagiaire",
        ["6413"] = "Personnel non médical sous CDI",
        ["6415"] = "Personnel non médical sous CDD",
        ["6421"] = "Praticiens",
        ["6425"] = "Permanences des soins",
        ["6451"] = "Charges de sécurité sociale et de prévoyance",
        ["6452"] = "Charges sociales du personnel médical",
        ["6453"] = "Cotisations aux caisses de retraites",
        ["6454"] = "Cotisations d'assurance chômage",
        ["6471"] = "Autres charges sociales du personnel non médical",
    };
}
