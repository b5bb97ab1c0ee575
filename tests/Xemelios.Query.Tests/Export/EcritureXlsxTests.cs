using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xemelios.Query.Export;
using Xemelios.Query.Export.Xlsx;

namespace Xemelios.Query.Tests.Export;

/// <summary>The workbooks, read again by the SDK of those who made the format.</summary>
public sealed class EcritureXlsxTests
{
    [Fact]
    public void CeQuiEstReluEstCeQuiEtaitEcritEtLeClasseurEstValide()
    {
        for (var graine = 1; graine <= 20; graine++)
        {
            var table = TablesAleatoires.Creer(graine, lignes: graine * 15);
            using var classeur = Ouvrir(new EcritureXlsx(), table);

            Assert.Empty(new OpenXmlValidator().Validate(classeur).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
            Assert.Equal(["Données", "Provenance"], Noms(classeur));
            Assert.Equal(Attendues(table), Rangees(classeur, 0, table.Colonnes.Count));
        }
    }

    [Fact]
    public void LesCellulesSontTypeesLEnTeteFigeEtLeFiltreNeCachePasLesTotaux()
    {
        var table = TablesAleatoires.Creer(3, lignes: 30);
        using var classeur = Ouvrir(new EcritureXlsx(), table);
        var feuille = Feuille(classeur, 0);
        var formats = classeur.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().Select(f => f.NumberFormatId!.Value).ToList();

        foreach (var cellule in feuille.Descendants<Row>().Skip(1).SelectMany(r => r.Elements<Cell>()))
        {
            var texte = table.Colonnes[Colonne(cellule)].Type == TypeDeColonne.Texte;
            if (texte) Assert.Equal(CellValues.InlineString, cellule.DataType!.Value);
            else if (cellule.DataType is null) Assert.Equal(Format(table.Colonnes[Colonne(cellule)].Type), formats[(int)cellule.StyleIndex!.Value]);
        }

        Assert.Equal(PaneStateValues.Frozen, feuille.Descendants<Pane>().Single().State!.Value);
        Assert.EndsWith("31", feuille.Elements<AutoFilter>().Single().Reference!.Value, StringComparison.Ordinal);
        Assert.Equal(table.Colonnes.Count, feuille.Descendants<Column>().Count());
    }

    [Fact]
    public void LaProvenanceEstSurSaFeuille()
    {
        using var classeur = Ouvrir(new EcritureXlsx(), TablesAleatoires.Creer(5, lignes: 12));

        Assert.Equal(
            [
                ["Titre", "Bulletins de paye <&> 5"], ["Critères", TablesAleatoires.Provenance.Criteres], ["Établi le", "31/03/2026 09:05:07 +02:00"],
                ["Utilisateur", "Mme D'Été"], ["Nombre de lignes", "12"], [null, null], ["Fichier source", "SHA-256"],
                ["paye;03.xhl", new string('a', 64)], ["É\u0000tat.xhl", new string('b', 64)],
            ],
            Rangees(classeur, 1, 2));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    public void LesLignesQuiDebordentContinuentSurUneAutreFeuille(int lignes)
    {
        var table = TablesAleatoires.Creer(11, lignes);
        using var classeur = Ouvrir(new EcritureXlsx { LignesParFeuille = 51 }, table);
        var feuilles = Noms(classeur).Count - 1;

        var relues = Enumerable.Range(0, feuilles).SelectMany(i => Rangees(classeur, i, table.Colonnes.Count).Skip(i == 0 ? 0 : 1)).ToArray();

        Assert.Equal("Provenance", Noms(classeur)[^1]);
        Assert.Equal(lignes == 99 ? 2 : 3, feuilles);
        Assert.Equal(Attendues(table), relues);
        Assert.Empty(new OpenXmlValidator().Validate(classeur));
    }

    [Fact]
    public void UnTexteTropLongPourUneCelluleEstCoupeEtSeVoit()
    {
        using var classeur = Ouvrir(new EcritureXlsx(), new TableDeReponse("T", [new("a", "A", TypeDeColonne.Texte)], [[new string('x', 40_000)]]));

        var relu = Rangees(classeur, 0, 1)[1][0]!;

        Assert.Equal(32_767, relu.Length);
        Assert.EndsWith("…", relu, StringComparison.Ordinal);
    }

    [Fact]
    public void LesLignesPassentUneAUneSansEtreGardees()
    {
        var vivantes = new List<WeakReference>();
        IEnumerable<IReadOnlyList<object?>> Lignes()
        {
            for (var i = 0; i < 20_000; i++)
            {
                IReadOnlyList<object?> ligne = [$"ligne {i}", new Domain.Valeurs.Montant(i)];
                if (i % 1000 == 0) vivantes.Add(new WeakReference(ligne));
                yield return ligne;
            }

            GC.Collect();
            Assert.Equal(1, vivantes.Count(v => v.IsAlive));   // the first ones, kept to measure the columns
        }

        new EcritureXlsx().Ecrire(
            new TableDeReponse("T", [new("a", "A", TypeDeColonne.Texte), new("b", "B", TypeDeColonne.Montant)], Lignes()), TablesAleatoires.Provenance, Stream.Null);
    }

    [Fact]
    public void UneLigneDUneAutreLongueurEstRefusee() =>
        Assert.Throws<ArgumentException>(() => Ouvrir(new EcritureXlsx(), new TableDeReponse("T", [new("a", "A", TypeDeColonne.Texte)], [["x", "y"]])));

    private static SpreadsheetDocument Ouvrir(EcritureXlsx ecriture, TableDeReponse table)
    {
        var sortie = new MemoryStream();
        ecriture.Ecrire(table, TablesAleatoires.Provenance, sortie);
        return SpreadsheetDocument.Open(sortie, isEditable: false);
    }

    private static string?[][] Attendues(TableDeReponse table)
    {
        string?[] totaux = [.. table.Totaux!.Select(TablesAleatoires.Canonique)];
        totaux[0] = "Total";
        return [[.. table.Colonnes.Select(c => c.Titre)], .. table.Canoniques(), totaux];
    }

    private static List<string> Noms(SpreadsheetDocument classeur) => [.. classeur.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!)];

    private static Worksheet Feuille(SpreadsheetDocument classeur, int rang) =>
        ((WorksheetPart)classeur.WorkbookPart!.GetPartById(classeur.WorkbookPart.Workbook.Descendants<Sheet>().ElementAt(rang).Id!.Value!)).Worksheet;

    private static string?[][] Rangees(SpreadsheetDocument classeur, int rang, int colonnes)
    {
        var formats = classeur.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().Select(f => f.NumberFormatId!.Value).ToList();
        return [.. Feuille(classeur, rang).Descendants<Row>().Select(r =>
        {
            var rangee = new string?[colonnes];
            foreach (var cellule in r.Elements<Cell>())
                rangee[Colonne(cellule)] = Valeur(cellule, formats[(int)cellule.StyleIndex!.Value]);
            return rangee;
        })];
    }

    private static string? Valeur(Cell cellule, uint format)
    {
        if (cellule.DataType is not null)
            return TablesAleatoires.Canonique(Decoder(cellule.InlineString!.Text!.Text));
        var nombre = decimal.Parse(cellule.CellValue!.Text, CultureInfo.InvariantCulture);
        return format is 165 or 166
            ? DateTime.FromOADate((double)nombre).ToString(format == 165 ? "dd/MM/yyyy" : "MM/yyyy", CultureInfo.InvariantCulture)
            : TablesAleatoires.Canonique(nombre);
    }

    /// <summary>What a spreadsheet does with ST_Xstring.</summary>
    private static string Decoder(string texte) =>
        Regex.Replace(texte, "_x([0-9A-Fa-f]{4})_", m => ((char)int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(), RegexOptions.None, TimeSpan.FromSeconds(10));

    private static int Colonne(Cell cellule) =>
        cellule.CellReference!.Value!.TakeWhile(char.IsAsciiLetter).Aggregate(0, (n, c) => n * 26 + c - 'A' + 1) - 1;

    private static uint Format(TypeDeColonne type) => type switch
    {
        TypeDeColonne.Montant => 4,
        TypeDeColonne.Nombre => 164,
        TypeDeColonne.Entier => 3,
        TypeDeColonne.Date => 165,
        _ => 166,
    };
}
