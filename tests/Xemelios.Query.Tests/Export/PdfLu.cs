using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Xemelios.Query.Tests.Export;

/// <summary>A PDF as the tools of poppler read it.</summary>
public sealed class PdfLu : IDisposable
{
    private readonly string _fichier = Path.Combine(Path.GetTempPath(), $"xemelios-{Guid.NewGuid():N}.pdf");

    public PdfLu(Action<Stream> ecrire)
    {
        using (var flux = File.Create(_fichier))
            ecrire(flux);
        Texte = Lancer("pdftotext", "-raw", _fichier, "-").Replace('\u00A0', ' ');
        Fiche = Lancer("pdfinfo", _fichier);
    }

    /// <summary>In the order of the file; pages end with a form feed.</summary>
    public string Texte { get; }

    public string Fiche { get; }

    /// <summary>The tags and their text.</summary>
    public string Structure => Lancer("pdfinfo", "-struct-text", _fichier).Replace('\u00A0', ' ');

    public int Pages => Texte.Count(c => c == '\f');

    /// <summary>The text without any space, where a cell that goes over several lines is whole again.</summary>
    public string Serre => Serrer(Texte);

    public static string Serrer(string texte) => string.Concat(texte.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The text of all compressed streams, where small objects are packed.</summary>
    public string Objets()
    {
        var octets = File.ReadAllBytes(_fichier);
        var texte = new StringBuilder();
        for (var place = Suivant(octets, 0); place >= 0; place = Suivant(octets, place))
        {
            using var contenu = new ZLibStream(new MemoryStream(octets, place, octets.Length - place), CompressionMode.Decompress);
            using var lu = new MemoryStream();
            contenu.CopyTo(lu);
            texte.Append(Encoding.Latin1.GetString(lu.ToArray()));
        }

        return texte.ToString();
    }

    /// <summary>The bookmarks, in their order.</summary>
    public IEnumerable<string> Signets() => Regex.Matches(Objets(), @"<</Title <FEFF(?<titre>[0-9A-F]+)> /Parent", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))
        .Select(m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups["titre"].Value)));

    public void Dispose() => File.Delete(_fichier);

    private static int Suivant(byte[] octets, int place)
    {
        var trouve = octets.AsSpan(place).IndexOf(">>\nstream\n"u8);
        return trouve < 0 ? -1 : place + trouve + ">>\nstream\n"u8.Length;
    }

    private static string Lancer(string programme, params string[] arguments)
    {
        using var processus = Process.Start(new ProcessStartInfo(programme, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8,
        })!;
        var erreurs = processus.StandardError.ReadToEndAsync();
        var sortie = processus.StandardOutput.ReadToEnd();
        processus.WaitForExit();
        Assert.Equal("", erreurs.GetAwaiter().GetResult());
        Assert.Equal(0, processus.ExitCode);
        return sortie;
    }
}
