namespace Xemelios.Query.Matieres;

/// <summary>A regime of pay that rules name, and the words by which its rubriques are proposed.</summary>
/// <param name="Code">As rules write it.</param>
/// <param name="Mots">Over the label and the caisse, in capitals, without accents nor dots.</param>
/// <param name="Sauf">Words that say that it is something else.</param>
/// <param name="Retenues">Deductions and contributions, rather than what is paid.</param>
/// <param name="Categorie">The category of the format whose lines are of the regime whatever their words.</param>
public sealed record RegimeDePaye(string Code, string Libelle, string Mots, string? Sauf = null, bool Retenues = false, int? Categorie = null);

/// <summary>The regimes, in the order in which a label is tried: the first that fits is proposed.</summary>
public static class RegimesDePaye
{
    /// <summary>What is withheld for the CNRACL beside its own rate: surcotisation of part-time, bonus years of firemen and of nursing auxiliaries.</summary>
    private const string Supplement = @"\bSUPP|\bSURCOT|\bSPP\b|POMPIER|AIDES? SOIG|PRIME DE FEU";

    private const string HeuresSupplementaires = @"\bHS\b|\bH(EURES?|RES?)? ?SUP|\bHEURES? COMPL";

    /// <summary>What replaces pay bears other rates.</summary>
    private const string Remplacement = @"REMPLAC|\bCA\b|\bCPA\b|CESSATION|CHOMAGE|\bARE\b";

    public static IReadOnlyList<RegimeDePaye> Tous { get; } =
    [
        new("IR", "Indemnité de résidence", @"\bINDEM\w* (DE )?RESIDENCE|\bIND RESID", Categorie: 2),
        new("SFT", "Supplément familial de traitement", @"\bSUPPL\w* FAMIL|\bSFT\b", Categorie: 3),
        new("CNRACL_NBI", "CNRACL sur la nouvelle bonification indiciaire", @"CNRACL.*\bNBI\b|\bNBI\b.*CNRACL", Retenues: true),
        new("ATIACL", "Allocation temporaire d'invalidité (ATIACL)", @"\bATIACL\b|ALLOC\w* TEMP\w* (D )?INVALID", Retenues: true),
        new("FEH", "Fonds pour l'emploi hospitalier", @"\bFEH\b|\bEMP(LOI)? HOSPITALIER", Retenues: true),
        new("FCCPA", "Fonds de compensation de la cessation progressive d'activité", @"\bFCCPA\b|CESSATION PROGRESSIVE", Retenues: true),
        new("RAFP", "Retraite additionnelle", @"\bRAFP\b|RETRAITE ADDITIONNELLE", Retenues: true),
        new("CNRACL_SUPPLEMENT", "CNRACL, retenues supplémentaires et surcotisations", $@"CNRACL.*({Supplement})|({Supplement}).*CNRACL", @"\bVALID|RETROACTI", Retenues: true),
        new("CNRACL", "CNRACL", @"\bCNRACL\b", @"\bVALID|RETROACTI", Retenues: true),
        new("IRCANTEC_B", "IRCANTEC, tranche B", @"IRCANTEC.*\b(TB|TR(ANCHE)? ?B|T2|TRANCHE 2)\b|IRCANTEC B\b", @"\bVALID", Retenues: true),
        new("IRCANTEC", "IRCANTEC", @"\bIRCANTEC\b", @"\bVALID", Retenues: true),
        new("PENSION_CIVILE", "Pension civile de l'État", @"\bPENSIONS? CIVILES?\b|\bSRE\b", Retenues: true),
        new("AGIRC_ARRCO", "Retraite complémentaire des salariés (AGIRC-ARRCO)", @"\b(AGIRC|ARRCO)\b", Retenues: true),
        new("CSG_HEURES_SUP", "CSG et CRDS sur heures supplémentaires", $@"\b(CSG|C?RDS)\b.*({HeuresSupplementaires})", Retenues: true),
        new("CSG_REMPLACEMENT", "CSG sur un revenu de remplacement", $@"\bCSG\b.*({Remplacement})", Retenues: true),
        new("CSG_CRDS", "CSG non déductible et CRDS ensemble", @"\b(CSG|RDS)\b.*\bC?RDS\b", Retenues: true),
        new("CRDS", "CRDS", @"\bC?RDS\b", Remplacement, Retenues: true),
        new("CSG_DEDUCTIBLE", "CSG déductible", @"\bCSG\b.*\bDED", "NON DED|PAS DED", Retenues: true),
        new("CSG_IMPOSABLE", "CSG non déductible", @"\bCSG\b.*(NON DED|PAS DED|IMPOS)", Retenues: true),
        new("CSG", "CSG, sans dire laquelle", @"\bCSG\b", Retenues: true),
        new("SOLIDARITE", "Contribution exceptionnelle de solidarité", @"\bCONTRIB\w* (EXCEP\w* )?(DE )?SOLID|\bFONDS (DE )?SOLIDAR|\bCES\b", "AUTON", Retenues: true),
        new("MALADIE_LOCALE", "Assurance maladie du régime local d'Alsace-Moselle", @"\bMALAD\w*.*(ALSACE|MOSELLE|LOCAL)|(ALSACE|MOSELLE|LOCAL).*\bMALAD", Retenues: true),
        new("MALADIE", "Assurance maladie", @"\bMALADIE\b|\bMALAD\b", "COMPLEMENT|MUTUEL|PREVOYANCE", Retenues: true),
        new("NBI", "Nouvelle bonification indiciaire", @"\bNBI\b|NOUVELLE BONIF", "CNRACL|IRCANTEC"),
        new("ASTREINTE", "Astreinte", @"\bASTREINTE|\bASTR\b"),
        new("IHTS", "Heures supplémentaires", @"\bIHTS\b|\bH(EURES?|RES?)? ?SUP|\bHS ?\d|TRAVAUX SUPPL", @"HEURES? COMPL|REDUC|EXONER|\bFORF"),
        new("IFSE", "IFSE", @"\bIFSE\b|SUJETIONS? ET (D )?EXPERTISE|\bRIFSEEP\b"),
        new("CIA", "Complément indemnitaire annuel", @"\bCIA\b|COMPLEMENT INDEMNITAIRE"),
        new("IFTS", "Indemnité forfaitaire pour travaux supplémentaires", @"\bIFTS\b|\bFORF\w* (POUR )?TRA?VA?U?X\b"),
        new("IAT", "Indemnité d'administration et de technicité", @"\bIAT\b|ADMINISTRATION ET (DE )?TECHNICITE"),
        new("ISS", "Indemnité spécifique de service", @"\bISS\b|SPECIFIQUE DE SERVICE"),
        new("IEMP", "Indemnité d'exercice des missions des préfectures", @"\bIEMP\b|MISSIONS? (DES |DE )?PREF"),
        new("PFR", "Prime de fonctions et de résultats", @"\bPFR\b|FONCTIONS? ET (DE )?RESULTATS?"),
        new("PSR", "Prime de service et de rendement", @"\bPSR\b|SERVICE ET (DE )?RENDEMENT"),
        new("IPF", "Indemnité de performance et de fonctions", @"\bIPF\b|PERFORMANCE ET (DE )?FONCTIONS?"),
        new("PFI", "Prime de fonction informatique", @"\bPFI\b|FONCTION INFORMATIQUE"),
        new("RESPONSABILITE", "Prime de responsabilité des emplois de direction", @"\bPRIME (DE )?RESPONSAB", @"\bREGIE|REGISSEU"),
        new("PRIME_SPECIFIQUE", "Prime spécifique hospitalière", @"PRIME SPECIFIQUE", "INSTALL"),
        new("PRIME_TECHNICITE", "Prime de technicité hospitalière", @"PRIME DE TECHNICITE"),
        new("IND_TECHNIQUE", "Indemnité forfaitaire technique", @"FORFAITAIRE TECHNIQUE"),
        new("PRIME_SERVICE", "Prime de service", @"PRIME DE SERVICE"),
        new("LOGEMENT", "Logement", @"\bLOGEMENT|\bNAS\b", @"REPRESENTATI|\bALLOC|\bAIDE|\bPRET\b"),
        new("VACATION", "Vacation", @"\bVACAT|\bVAC\b|TAUX HORAIRE"),
        new("FRAIS", "Remboursement de frais", @"\bREMB|\bFRAIS\b|\bTRANSPORTS?\b|\bDEPLACEMENTS?\b|\bNAVIGO\b"),
    ];

    /// <summary>The proposal as an SQL expression over a text in capitals, the category of the line and whether it is withheld.</summary>
    internal static string EnSql(string mots, string categorie, string retenue) => $"CASE {string.Join(' ', Tous.Select(r =>
        $"WHEN {(r.Categorie is { } sienne ? $"{categorie} = {sienne} OR " : "")}{(r.Retenues ? "" : "NOT ")}{retenue} AND regexp_matches({mots}, '{r.Mots}'){(r.Sauf is null ? "" : $" AND NOT regexp_matches({mots}, '{r.Sauf}')")} THEN '{r.Code}'"))} END";
}
