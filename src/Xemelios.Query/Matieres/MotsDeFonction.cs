namespace Xemelios.Query.Matieres;

/// <summary>What the words of an emploi and of a grade propose: the format has neither category nor mandate (controles-paye §2).</summary>
/// <remarks>Words are in capitals, without accents. They are proposals: a list given by the employer takes their place.</remarks>
internal static class MotsDeFonction
{
    public const string Elu =
        @"^(LE |LA )?MAIRE\b|\b(MAIRE|ADJOINTE?) (AU MAIRE|DELEGUE|ADJOINTE?)|\bVICE[ -]PRESIDENTE?\b|^PRESIDENTE?\b|\bCONSEILLERE? (MUNICIPAL|COMMUNAUTAIRE|DELEGUE|DEPARTEMENTAL|REGIONAL|METROPOLITAIN)|\bELUE?S?\b";

    public const string Vacataire = @"\bVACAT";

    public const string AssistanteMaternelle = @"ASSISTANTE? MAT";

    public const string DirecteurGeneral = @"\bDGS\b|\b(DIRECTEUR|DIRECTRICE) GENERALE? (DES )?SERVICES\b|\b(DIRECTEUR|DIRECTRICE) GENERALE?$";

    public const string DirecteurAdjoint = @"\bDGAS?\b|\b(DIRECTEUR|DIRECTRICE) GENERALE? ADJOINTE?";

    private const string CategorieC = @"\bADJOINTE?S?\b|\bAGENTE?S?\b|\bATSEM\b|\bAIDE|\bAUXILIAIRE|\bGARDIEN|\bBRIGADIER|\bOPERAT|\bOUVRIER|\bSAPEUR|\bCAPORAL|\bSERGENT|\bADJUDANT|\bGARDE CHAMP|\bCONDUCTEUR";
    private const string SaufC = @"ADJOINTE? DES CADRES|ADJOINTE? AU MAIRE|GENERALE? ADJOINTE?";
    private const string CategorieA =
        @"\bADMINISTRAT(EUR|RICE)|\bATTACHEE?|\bBIOLOGISTE|\bBIBLIOTHECAIRE|\bCADRE (SOCIO|DE SANTE|SUPERIEUR)|\bCAPITAINE|\bCOMMANDANT|\bCOLONEL|\bCONSEILLERE? (SOCIO|DES APS|EN)|\bDIRECT(EUR|RICE)|\bINGENIEURE?|\bMEDECIN|MAITRE DE CONF|\bPRATICIEN|\bPHARMACIEN|\bPROFESSEUR|\bPSYCHOLOGUE|\bPUERICULTRICE|\bSAGE[ -]FEMME|SECRETAIRE DE MAIRIE|\bVETERINAIRE|\bINTERNE\b|\b(IADE|IBODE|ISG)\b|\bINFIRMIERE? (CAT\w* A|EN SOINS)|\bRADIOPHYSICIEN|TECHNICIEN CADRE";
    private const string CategorieB =
        @"\bREDACT(EUR|RICE)|\bTECHNICIENN?E?|\bANIMAT(EUR|RICE)|\bEDUCAT(EUR|RICE)|\bASSISTANTE? (SPECIALISEE?|D ?ENSEIGNEMENT|DE CONSERVATION|SOCIO|MEDICO|SOCIAL|FAMILIAL)|\bMONIT(EUR|RICE)|\bCONTROLEUR|CHEF DE SERVICE|\bIDE\b|\bINFIRMIER|\bREEDUCAT|ADJOINTE? DES CADRES|\bANALYSTE|\bDIETETICIEN|\bPREPARAT(EUR|RICE)|\bKINE|\bMASSEUR|\bMANIPULAT|SECRETAIRE MEDICAL|\bLIEUTENANT|\bMAJOR\b";

    /// <summary>A, B, C, or null, of the words of a grade.</summary>
    public static string Categorie(string mots) => $"""
        CASE WHEN regexp_matches({mots}, '{CategorieC}') AND NOT regexp_matches({mots}, '{SaufC}') THEN 'C'
             WHEN regexp_matches({mots}, '{CategorieA}') THEN 'A' WHEN regexp_matches({mots}, '{CategorieB}') THEN 'B' END
        """;
}
