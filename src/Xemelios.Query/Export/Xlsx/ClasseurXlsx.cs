using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Xemelios.Query.Export.Xlsx;

/// <summary>The package of a workbook: a zip whose parts are written one after the other.</summary>
internal sealed class ClasseurXlsx(Stream sortie) : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Feuilles = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly ZipArchive _zip = new(sortie, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _noms = [];

    /// <summary>A further sheet; the one before it must be closed.</summary>
    public FeuilleXlsx Ouvrir(string nom, IReadOnlyList<int> largeurs, int lignesFigees)
    {
        _noms.Add(nom);
        var partie = _zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{_noms.Count}.xml"), CompressionLevel.Optimal);
        return new FeuilleXlsx(partie.Open(), largeurs, lignesFigees, premiere: _noms.Count == 1);
    }

    /// <summary>Writes the parts that name the sheets.</summary>
    public void Terminer()
    {
        Partie("xl/styles.xml", StylesXlsx.Xml);
        Partie("xl/workbook.xml", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <workbook xmlns="{Feuilles}" xmlns:r="{Relations}"><sheets>{Chaque((nom, i) => $"""<sheet name="{nom}" sheetId="{i}" r:id="rId{i}"/>""")}</sheets></workbook>
            """);
        Partie("xl/_rels/workbook.xml.rels", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Chaque((_, i) => Relation(i, "worksheet", $"worksheets/sheet{i}.xml"))}{Relation(_noms.Count + 1, "styles", "styles.xml")}</Relationships>
            """);
        Partie("_rels/.rels", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>
            """);
        Partie("[Content_Types].xml", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{Type("/xl/workbook.xml", "sheet.main")}{Chaque((_, i) => Type($"/xl/worksheets/sheet{i}.xml", "worksheet"))}{Type("/xl/styles.xml", "styles")}</Types>
            """);
    }

    public void Dispose() => _zip.Dispose();

    private void Partie(string chemin, string xml)
    {
        using var flux = _zip.CreateEntry(chemin, CompressionLevel.Fastest).Open();
        flux.Write(Encoding.UTF8.GetBytes(xml));
    }

    private string Chaque(Func<string, int, string> ecrire) => string.Concat(_noms.Select((nom, i) => ecrire(nom, i + 1)));

    private static string Relation(int numero, string type, string cible) => $"""<Relationship Id="rId{numero}" Type="{Relations}/{type}" Target="{cible}"/>""";

    private static string Type(string partie, string sorte) =>
        $"""<Override PartName="{partie}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{sorte}+xml"/>""";
}
