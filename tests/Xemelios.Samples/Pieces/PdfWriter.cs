using System.Globalization;
using System.Text;

namespace Xemelios.Samples;

/// <summary>Writes a one-page A4 PDF with extractable text: Helvetica, WinAnsi, nothing compressed.</summary>
public static class PdfWriter
{
    private static readonly Encoding WinAnsi = Encodages.Windows1252;

    /// <summary>A page with a title and lines of text.</summary>
    public static byte[] Ecrire(string titre, IReadOnlyList<string> lignes)
    {
        var flux = Contenu(titre, lignes);
        string[] objets =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            $"<< /Length {WinAnsi.GetByteCount(flux)} >>\nstream\n{flux}\nendstream",
        ];
        return Assembler(objets);
    }

    private static string Contenu(string titre, IReadOnlyList<string> lignes)
    {
        var texte = new StringBuilder();
        texte.Append("BT /F1 15 Tf 60 780 Td (").Append(Echapper(titre)).Append(") Tj /F1 11 Tf 0 -34 Td");
        foreach (var ligne in lignes)
            texte.Append(" (").Append(Echapper(ligne)).Append(") Tj 0 -17 Td");
        return texte.Append(" ET").ToString();
    }

    private static byte[] Assembler(string[] objets)
    {
        using var sortie = new MemoryStream();
        void Ajouter(string texte) => sortie.Write(WinAnsi.GetBytes(texte));
        Ajouter("%PDF-1.4\n");
        var positions = new List<long>();
        for (var i = 0; i < objets.Length; i++)
        {
            positions.Add(sortie.Position);
            Ajouter($"{i + 1} 0 obj\n{objets[i]}\nendobj\n");
        }

        var table = sortie.Position;
        Ajouter($"xref\n0 {objets.Length + 1}\n0000000000 65535 f \n");
        foreach (var position in positions)
            Ajouter(string.Create(CultureInfo.InvariantCulture, $"{position:0000000000} 00000 n \n"));
        Ajouter($"trailer\n<< /Size {objets.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return sortie.ToArray();
    }

    private static string Echapper(string texte) =>
        texte.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
