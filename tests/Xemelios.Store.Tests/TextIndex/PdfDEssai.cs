using System.Globalization;
using System.Text;

namespace Xemelios.Store.Tests.TextIndex;

/// <summary>The smallest PDF that holds one line of text a page, written by hand.</summary>
internal static class PdfDEssai
{
    public static MemoryStream Avec(params string[] pages)
    {
        var objets = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        };
        for (var i = 0; i < pages.Length; i++)
        {
            var contenu = $"BT /F1 12 Tf 50 700 Td ({pages[i]}) Tj ET";
            objets.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * i)} 0 R >>");
            objets.Add($"<< /Length {contenu.Length} >>\nstream\n{contenu}\nendstream");
        }

        return new(Encoding.Latin1.GetBytes(Ecrire(objets)));
    }

    private static string Ecrire(List<string> objets)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objets.Count + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objets.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Length:D10} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objets[i]}\nendobj\n");
        }

        var debutDeTable = pdf.Length;
        return pdf.Append(table)
            .Append(CultureInfo.InvariantCulture, $"trailer << /Size {objets.Count + 1} /Root 1 0 R >>\nstartxref\n{debutDeTable}\n%%EOF\n").ToString();
    }
}
