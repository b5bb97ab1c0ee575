using System.Text.RegularExpressions;
using Xemelios.Query.Matieres;

namespace Xemelios.Checks.Tests.Regles;

/// <summary>Words that propose a regime, beside labels that look alike. Labels are in capitals, without accents nor dots, the caisse after them.</summary>
public sealed class RegimesDePayeTests
{
    [Theory]
    [InlineData("COT CNRACL CNRACL", "CNRACL")]
    [InlineData("RET SUPP AIDE SOIG CNRACL", "CNRACL_SUPPLEMENT")]
    [InlineData("SURCOTISATION CNRACL", "CNRACL_SUPPLEMENT")]
    [InlineData("CNRACL SUR NBI", "CNRACL_NBI")]
    [InlineData("PO VALID CNRACL CNRACL", null)]
    [InlineData("FDS EMP HOSPITALIER CNRACL", "FEH")]
    [InlineData("COT ATIACL CNRACL", "ATIACL")]
    [InlineData("COT IRCANTEC A IRCANT", "IRCANTEC")]
    [InlineData("COT IRCANTEC B IRCANT", "IRCANTEC_B")]
    [InlineData("IRCANTEC TRB", "IRCANTEC_B")]
    [InlineData("VALIDATION IRCANTEC", null)]
    [InlineData("COT PENSION CIVILE TPGR02", "PENSION_CIVILE")]
    [InlineData("RETRAITE COMPLEMENTAIRE ARRCO", "AGIRC_ARRCO")]
    [InlineData("CSG DEDUCTIBLE URSSAF", "CSG_DEDUCTIBLE")]
    [InlineData("CSG DEDUCTIBLE CA URSSAF", "CSG_REMPLACEMENT")]
    [InlineData("CSG NON DEDUCTIBLE", "CSG_IMPOSABLE")]
    [InlineData("CSG URSSAF", "CSG")]
    [InlineData("CSG ET CRDS NON DEDUCTIBLES", "CSG_CRDS")]
    [InlineData("CSG CRDS SUR HEURES SUP", "CSG_HEURES_SUP")]
    [InlineData("RDS URSSAF", "CRDS")]
    [InlineData("COT FONDS SOLIDAR SOLID", "SOLIDARITE")]
    [InlineData("CONTRIBUTION DE SOLIDARITE 1 %", "SOLIDARITE")]
    [InlineData("CONTRIBUTION SOLIDARITE AUTONOMIE", null)]
    [InlineData("CONT SOLID AUTON TIT URSSAF", null)]
    [InlineData("MALADIE PART PATRONALE URSSAF", "MALADIE")]
    [InlineData("REGIME LOCAL MALADIE", "MALADIE_LOCALE")]
    [InlineData("PREVOYANCE MALADIE", null)]
    public void UneRetenue(string libelle, string? regime) => Assert.Equal(regime, Propose(libelle, retenue: true));

    [Theory]
    [InlineData("REMBOURSEMENT DE TRANSPORT", "FRAIS")]
    [InlineData("FRAIS DE DEPLACEMENT", "FRAIS")]
    [InlineData("INDEMNITE DE MISSIONS DES PREFECTURES", "IEMP")]
    [InlineData("INDEMNITE DE RESPONSABILITE", null)]
    public void UnPaiement(string libelle, string? regime) => Assert.Equal(regime, Propose(libelle, retenue: false));

    private static string? Propose(string libelle, bool retenue) =>
        RegimesDePaye.Tous.FirstOrDefault(r => r.Retenues == retenue && Va(libelle, r.Mots) && (r.Sauf is null || !Va(libelle, r.Sauf)))?.Code;

    private static bool Va(string libelle, string mots) => Regex.IsMatch(libelle, mots, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
