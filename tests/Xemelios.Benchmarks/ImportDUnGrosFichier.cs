using System.Diagnostics;
using System.Security.Cryptography;
using System.Xml;
using Xemelios.Domain.Habilitations;
using Xemelios.Import;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Samples;
using Xemelios.Store;

namespace Xemelios.Benchmarks;

/// <summary>One large pay file, from disk to fully queryable, beside bare walks of the same file in the same run.</summary>
internal sealed class ImportDUnGrosFichier(string dossier, int bulletins, int fois)
{
    private readonly string _fichier = Path.Combine(dossier, "gros.xhl");

    public long Octets => new FileInfo(_fichier).Length;

    public IReadOnlyList<Mesure> Mesurer()
    {
        Directory.CreateDirectory(dossier);
        using (var flux = File.Create(_fichier))
            Generateur.GrosFichier(flux, bulletins, 1);
        var mesures = new List<Mesure>
        {
            Mesure.Prendre("SHA-256 du fichier", fois, Hacher),
            Mesure.Prendre("XmlReader, parcours seul", fois, Parcourir),
        };
        if (Xmllint() is { } xmllint)
            mesures.Add(Mesure.Prendre("xmllint --sax --noout", fois, () => Lancer(xmllint)));
        mesures.Add(Mesure.Prendre("import complet", fois, Importer));
        mesures.Add(Mesure.Prendre("liste des états", fois, Interroger));
        return mesures;
    }

    /// <summary>Largest memory that this process ever held, in MiB.</summary>
    public static long MemoireMaximaleMiB() => Process.GetCurrentProcess().PeakWorkingSet64 >> 20;

    private static string? Xmllint() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, "xmllint")).FirstOrDefault(File.Exists);

    private void Hacher()
    {
        using var flux = File.OpenRead(_fichier);
        SHA256.HashData(flux);
    }

    private void Parcourir()
    {
        using var flux = File.OpenRead(_fichier);
        using var lecteur = XmlReader.Create(flux, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true });
        while (lecteur.Read())
        {
        }
    }

    private void Lancer(string xmllint)
    {
        using var processus = Process.Start(new ProcessStartInfo(xmllint, ["--sax", "--noout", _fichier]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        processus.StandardOutput.ReadToEnd();
        processus.WaitForExit();
    }

    private void Importer()
    {
        var donnees = Path.Combine(dossier, "donnees");
        if (Directory.Exists(donnees))
            Directory.Delete(donnees, recursive: true);
        using var entrepot = Entrepot.Ouvrir(donnees);
        var rapport = new ImportJob(entrepot, TimeProvider.System).Importer([_fichier], null, CancellationToken.None);
        if (rapport.Totaux.Bulletins != bulletins)
            throw new InvalidOperationException($"{rapport.Totaux.Bulletins} bulletins importés au lieu de {bulletins}.");
    }

    private void Interroger()
    {
        using var entrepot = Entrepot.Ouvrir(Path.Combine(dossier, "donnees"));
        using var connexion = entrepot.Connecter();
        if (new EtatsQuestion().Executer(connexion, Perimetre.Complet)[0].Bulletins != bulletins)
            throw new InvalidOperationException("La liste des états est fausse.");
    }
}
