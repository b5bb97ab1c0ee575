using System.Globalization;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;
using Xemelios.Query.Export.Pdf;

namespace Xemelios.Query.Tests.Export;

/// <summary>Tables printed, read again by pdftotext and pdfinfo.</summary>
public sealed class EcriturePdfTests
{
    [Fact]
    public void ToutesLesCellulesSontDansLeTexteDansLeurOrdre()
    {
        for (var graine = 1; graine <= 8; graine++)
        {
            var table = TablesAleatoires.Creer(graine, lignes: graine * 11);
            using var pdf = Lire(table);

            var place = 0;
            var lu = pdf.Serre;
            foreach (var cellule in table.Lignes.Append(table.Totaux!).SelectMany(l => l).Select(Imprime).Where(c => c.Length > 0))
            {
                place = lu.IndexOf(cellule, place, StringComparison.Ordinal);
                Assert.True(place >= 0, $"graine {graine} : « {cellule} » manque");
                place += cellule.Length;
            }
        }
    }

    [Fact]
    public void LeDocumentASonTitreSaLangueSaStructureEtSaProvenance()
    {
        using var pdf = Lire(Deux(lignes: 3));

        Assert.Matches(@"Title: +État liquidatif de mars\n", pdf.Fiche);
        Assert.Matches(@"Tagged: +yes\n", pdf.Fiche);
        Assert.Contains("/Lang (fr-FR)", pdf.Objets(), StringComparison.Ordinal);
        foreach (var attendu in (string[])["Mme D'Été", "31/03/2026 09:05:07 +02:00", new string('a', 64), "3 lignes", "Page 1 / 1", "Total 0,03"])
            Assert.Contains(attendu, pdf.Texte, StringComparison.Ordinal);
        Assert.Equal(["TH", "TH", "TD", "TD"], pdf.Structure.Split('\n').Select(l => l.Trim().TrimEnd(':')).Where(l => l is "TH" or "TD").Take(4));
        Assert.Contains("H1 (block)", pdf.Structure, StringComparison.Ordinal);
    }

    [Fact]
    public void LEnTeteEstRepeteSurChaquePageEtChaquePageDitSonRang()
    {
        using var pdf = Lire(Deux(lignes: 200));
        var pages = pdf.Texte.Split('\f')[..^1];

        Assert.True(pages.Length > 2);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains($"Page {i + 1} / {pages.Length}", pages[i], StringComparison.Ordinal);
            Assert.Contains("Nature Montant", pages[i].Replace('\n', ' '), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void UneTableLargeEstCoucheeEtUneTableEnormeResteLisibleEnEntier()
    {
        using var large = Lire(DeColonnes(12));
        using var enorme = Lire(DeColonnes(60));

        Assert.Matches(@"Page size: +841\.89 x 595\.28", large.Fiche);
        Assert.Contains("Colonne 59", enorme.Texte.Replace('\n', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void UneTableVideSImprime()
    {
        using var pdf = Lire(new TableDeReponse("Vide", [new("a", "A", TypeDeColonne.Texte)], []));

        Assert.Equal(1, pdf.Pages);
        Assert.Contains("0 ligne", pdf.Texte, StringComparison.Ordinal);
    }

    private static PdfLu Lire(TableDeReponse table) => new(sortie => new EcriturePdf().Ecrire(table, TablesAleatoires.Provenance, sortie));

    private static TableDeReponse Deux(int lignes) => new("État liquidatif de mars",
        [new("nature", "Nature", TypeDeColonne.Texte), new("montant", "Montant", TypeDeColonne.Montant)],
        Enumerable.Range(1, lignes).Select(i => (IReadOnlyList<object?>)[$"nature n° {i}", new Montant(1)]))
    { Totaux = [null, new Montant(lignes)] };

    private static TableDeReponse DeColonnes(int nombre) => new("Large",
        [.. Enumerable.Range(0, nombre).Select(i => new ColonneDeTable($"c{i}", $"Colonne {i}", TypeDeColonne.Montant))],
        [[.. Enumerable.Range(0, nombre).Select(i => (object?)new Montant(123456789L + i))]]);

    /// <summary>As printed, without spaces: numbers in French, characters that print nothing gone.</summary>
    private static string Imprime(object? valeur) => PdfLu.Serrer(string.Concat((valeur switch
    {
        Montant m => m.ToDecimal().ToString("#,0.00", Francais),
        decimal d => d.ToString("#,0.00##", Francais),
        int or long => Convert.ToInt64(valeur, CultureInfo.InvariantCulture).ToString("#,0", Francais),
        // pdftotext gives what is written from right to left back in its own order.
        string texte when texte.Any(c => c is >= '\u0600' and <= '\u06FF') => "",
        _ => TablesAleatoires.Canonique(valeur) ?? "",
    }).Where(c => c < '\uFFFE' && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)));

    private static readonly NumberFormatInfo Francais = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = " ", NegativeSign = "-" };
}
