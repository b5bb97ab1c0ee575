using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Xemelios.Store.TextIndex;

/// <summary>What one extraction may take.</summary>
/// <param name="Duree">Wall-clock time, after which the program is killed.</param>
/// <param name="Octets">Bytes of text.</param>
/// <param name="Memoire">Bytes of address space, where the system can hold a program to it (prlimit).</param>
public sealed record LimitesDExtraction(TimeSpan Duree, long Octets, long Memoire)
{
    /// <summary>20 seconds, 16 MiB of text, 1 GiB of memory.</summary>
    public static LimitesDExtraction ParDefaut { get; } = new(TimeSpan.FromSeconds(20), 16L << 20, 1L << 30);
}

/// <summary>Reads the text of PDF pieces with pdftotext (poppler-utils), in a process of its own: a PDF comes from outside and may be
/// made to break its reader.</summary>
/// <param name="dossierTemporaire">Existing folder where the PDF lies while it is read.</param>
/// <param name="limites">What one extraction may take.</param>
/// <param name="programme">Name or path of pdftotext.</param>
public sealed class ExtracteurDeTexte(string dossierTemporaire, LimitesDExtraction? limites = null, string programme = "pdftotext")
{
    private readonly LimitesDExtraction limites = limites ?? LimitesDExtraction.ParDefaut;

    /// <summary>Whether the program is installed.</summary>
    public bool EstPresent => ProgrammeInstalle.Chercher(programme) is not null;

    /// <summary>The text of the PDF, or why there is none; never an exception for what the PDF holds.</summary>
    public TexteDePdf Extraire(Stream pdf, CancellationToken annulation)
    {
        if (ProgrammeInstalle.Chercher(programme) is not { } pdftotext)
            return TexteDePdf.Sans(RaisonSansTexte.ProgrammeAbsent);
        var fichier = Path.Combine(Path.GetFullPath(dossierTemporaire), $"{Guid.NewGuid():N}.pdf");
        try
        {
            using (var copie = new FileStream(fichier, FileMode.CreateNew))
                pdf.CopyTo(copie);
            return Lire(Commande(pdftotext, fichier), annulation);
        }
        finally
        {
            File.Delete(fichier);
        }
    }

    private TexteDePdf Lire(ProcessStartInfo commande, CancellationToken annulation)
    {
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        using var process = Process.Start(commande)!;
        using var arret = delai.Token.Register(() => Arreter(process));
        delai.CancelAfter(limites.Duree);
        process.ErrorDataReceived += (_, _) => { }; // read, so that a full pipe cannot stop the program
        process.BeginErrorReadLine();
        var texte = LireLeTexte(process);
        process.WaitForExit();

        annulation.ThrowIfCancellationRequested();
        if (texte is null)
            return TexteDePdf.Sans(RaisonSansTexte.TropVolumineux);
        if (process.ExitCode == 0)
            return new(EnPages(texte), Raison: null);
        return TexteDePdf.Sans(delai.IsCancellationRequested ? RaisonSansTexte.TropLong : RaisonSansTexte.Refuse);
    }

    /// <returns>null when there is more than the limit; the program is stopped then.</returns>
    private string? LireLeTexte(Process process)
    {
        using var texte = new MemoryStream();
        var sortie = process.StandardOutput.BaseStream;
        var bloc = new byte[64 * 1024];
        for (int lus; (lus = sortie.Read(bloc)) > 0;)
        {
            if (texte.Length + lus > limites.Octets)
            {
                Arreter(process);
                return null;
            }

            texte.Write(bloc, 0, lus);
        }

        return Encoding.UTF8.GetString(texte.GetBuffer(), 0, (int)texte.Length);
    }

    // Without -layout: columns come one after the other and words cut at the end of a line are put together again.
    private ProcessStartInfo Commande(string pdftotext, string fichier)
    {
        var prlimit = ProgrammeInstalle.Chercher("prlimit");
        var commande = new ProcessStartInfo(prlimit ?? pdftotext)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (prlimit is not null)
        {
            commande.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={limites.Memoire}"));
            commande.ArgumentList.Add(pdftotext);
        }

        foreach (var argument in (string[])["-q", "-enc", "UTF-8", "-eol", "unix", fichier, "-"])
            commande.ArgumentList.Add(argument);
        return commande;
    }

    /// <summary>A form feed ends each page.</summary>
    private static string[] EnPages(string texte)
    {
        var pages = texte.Split('\f');
        return pages[^1].Length == 0 ? pages[..^1] : pages;
    }

    private static void Arreter(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It ended by itself meanwhile; this runs on a timer's thread, where nobody could catch it.
        }
    }
}
