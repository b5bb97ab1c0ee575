namespace Xemelios.Query.Matieres;

/// <summary>A regime of pay that rules name, and the words by which its rubriques are proposed.</summary>
/// <param name="Code">As rules write it.</param>
/// <param name="Mots">Over the label and the caisse, in capitals, without accents nor dots.</param>
/// <param name="Sauf">Words that say that it is something else.</param>
/// <param name="Retenues">Deductions and contributions, rather than what is paid.</param>
public sealed record RegimeDePaye(string Code, string Libelle, string Mots, string? Sauf = null, bool Retenues = false);

/// <summary>The regimes, in the order in which a label is tried: the first that fits is proposed.</summary>
public static class RegimesDePaye
{
    public static IReadOnlyList<RegimeDePaye> Tous { get; } =
    [
        new("CNRACL_NBI", "CNRACL sur la nouvelle bonification indiciaire", @"CNRACL.*\bNBI\b|\bNBI\b.*CNRACL", Retenues: true),
        new("ATIACL", "Allocation temporaire d'invalidité (ATIACL)", @"\bATIACL\b|ALLOC\w* TEMP\w* (D )?INVALID", Retenues: true),
        new("FEH", "Fonds pour l'emploi hospitalier", @"\bFEH\b|EMPLOI HOSPITALIER", Retenues: true),
        new("FCCPA", "Fonds de compensation de la cessation progressive d'activité", @"\bFCCPA\b|CESSATION PROGRESSIVE", Retenues: true),
        new("RAFP", "Retraite additionnelle", @"\bRAFP\b|RETRAITE ADDITIONNELLE", Retenues: true),
        new("CNRACL", "CNRACL", @"\bCNRACL\b", "VALIDATION|RETROACTI", Retenues: true),
        new("IRCANTEC_B", "IRCANTEC, tranche B", @"IRCANTEC.*\b(TB|TR(ANCHE)? ?B|T2|TRANCHE 2)\b", Retenues: true),
        new("IRCANTEC", "IRCANTEC", @"\bIRCANTEC\b", "VALIDATION", Retenues: true),
        new("CSG_CRDS", "CSG non déductible et CRDS ensemble", @"\b(CSG|RDS)\b.*\bC?RDS\b", Retenues: true),
        new("CRDS", "CRDS", @"\bC?RDS\b", Retenues: true),
        new("CSG_DEDUCTIBLE", "CSG déductible", @"\bCSG\b.*\bDED", "NON DED|PAS DED", Retenues: true),
        new("CSG_IMPOSABLE", "CSG non déductible", @"\bCSG\b", Retenues: true),
        new("SOLIDARITE", "Contribution exceptionnelle de solidarité", @"\bCONTRIB\w* (EXCEP\w* )?(DE )?SOLID|FONDS DE SOLIDARITE|\bCES\b", Retenues: true),
        new("MALADIE", "Assurance maladie", @"\bMALADIE\b|\bMALAD\b", "COMPLEMENT|MUTUEL|PREVOYANCE", Retenues: true),
        new("NBI", "Nouvelle bonification indiciaire", @"\bNBI\b|NOUVELLE BONIF", "CNRACL|IRCANTEC"),
        new("ASTREINTE", "Astreinte", @"\bASTREINTE|\bASTR\b"),
        new("IHTS", "Heures supplémentaires", @"\bIHTS\b|\bH(EURES?|RES?)? ?SUP|\bHS ?\d|TRAVAUX SUPPL", "HEURES? COMPL|REDUC|EXONER"),
        new("IFSE", "IFSE", @"\bIFSE\b|SUJETIONS? ET (D )?EXPERTISE|\bRIFSEEP\b"),
        new("CIA", "Complément indemnitaire annuel", @"\bCIA\b|COMPLEMENT INDEMNITAIRE"),
        new("IFTS", "Indemnité forfaitaire pour travaux supplémentaires", @"\bIFTS\b|FORFAITAIRE (POUR )?TRAVAUX"),
        new("IAT", "Indemnité d'administration et de technicité", @"\bIAT\b|ADMINISTRATION ET (DE )?TECHNICITE"),
        new("ISS", "Indemnité spécifique de service", @"\bISS\b|SPECIFIQUE DE SERVICE"),
        new("IEMP", "Indemnité d'exercice des missions des préfectures", @"\bIEMP\b|MISSIONS? (DES |DE )?PREF"),
        new("PFR", "Prime de fonctions et de résultats", @"\bPFR\b|FONCTIONS? ET (DE )?RESULTATS?"),
        new("PSR", "Prime de service et de rendement", @"\bPSR\b|SERVICE ET (DE )?RENDEMENT"),
        new("IPF", "Indemnité de performance et de fonctions", @"\bIPF\b|PERFORMANCE ET (DE )?FONCTIONS?"),
        new("PFI", "Prime de fonction informatique", @"\bPFI\b|FONCTION INFORMATIQUE"),
        new("PRIME_SPECIFIQUE", "Prime spécifique hospitalière", @"PRIME SPECIFIQUE"),
        new("PRIME_TECHNICITE", "Prime de technicité hospitalière", @"PRIME DE TECHNICITE"),
        new("IND_TECHNIQUE", "Indemnité forfaitaire technique", @"FORFAITAIRE TECHNIQUE"),
        new("PRIME_SERVICE", "Prime de service", @"PRIME DE SERVICE"),
        new("LOGEMENT", "Logement", @"\bLOGEMENT|\bNAS\b"),
        new("VACATION", "Vacation", @"\bVACAT|\bVAC\b|TAUX HORAIRE"),
    ];

    /// <summary>The proposal as an SQL expression over a text in capitals and whether the line is withheld.</summary>
    internal static string EnSql(string mots, string retenue) =>
        $"CASE {string.Join(' ', Tous.Select(r => $"WHEN {(r.Retenues ? "" : "NOT ")}{retenue} AND regexp_matches({mots}, '{r.Mots}'){(r.Sauf is null ? "" : $" AND NOT regexp_matches({mots}, '{r.Sauf}')")} THEN '{r.Code}'"))} END";
}
