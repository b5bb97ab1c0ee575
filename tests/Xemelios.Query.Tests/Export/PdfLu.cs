using System.Diagnostics;

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

    public byte[] Octets => File.ReadAllBytes(_fichier);

    public void Dispose() => File.Delete(_fichier);

    private static string Lancer(string programme, params string[] arguments)
    {
        using var processus = Process.Start(new ProcessStartInfo(programme, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var erreurs = processus.StandardError.ReadToEndAsync();
        var sortie = processus.StandardOutput.ReadToEnd();
        processus.WaitForExit();
        Assert.Equal("", erreurs.GetAwaiter().GetResult());
        Assert.Equal(0, processus.ExitCode);
        return sortie;
    }
}
