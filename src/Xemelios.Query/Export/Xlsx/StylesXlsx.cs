namespace Xemelios.Query.Export.Xlsx;

/// <summary>The styles of cells, by their rank in <c>cellXfs</c>; those of the totals are the same in bold.</summary>
internal static class StylesXlsx
{
    public const int Texte = 0;
    public const int Montant = 1;
    public const int Nombre = 2;
    public const int Entier = 3;
    public const int Date = 4;
    public const int Mois = 5;
    public const int DecalageDesTotaux = 6;
    public const int EnTete = 12;

    /// <summary>Formats 3 and 4 are <c># ##0</c> and <c># ##0,00</c>, with the separators of the reader.</summary>
    private static readonly int[] Formats = [0, 4, 164, 3, 165, 166];

    public static string Xml { get; } = $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00##"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="mm/yyyy"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3E8F4"/><bgColor indexed="64"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top style="thin"><color auto="1"/></top><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="13">{string.Concat(Formats.Select(f => Style(f, police: 0, bordure: 0)))}{string.Concat(Formats.Select(f => Style(f, police: 1, bordure: 1)))}<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    private static string Style(int format, int police, int bordure) =>
        $"""<xf numFmtId="{format}" fontId="{police}" fillId="0" borderId="{bordure}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"/>""";
}
