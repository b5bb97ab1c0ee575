using System.Text;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Tests.Intake;

/// <summary>A temporary folder of its own, what is received in it, and the anomalies told.</summary>
public sealed class Atelier : IDisposable
{
    private readonly List<Arrivage> _recus = [];

    public Atelier(Limites? limites = null)
    {
        Dossier = Path.Combine(AppContext.BaseDirectory, "essais", Guid.NewGuid().ToString("N"));
        Spool = new Spool(Path.Combine(Dossier, "tmp"), limites ?? new Limites());
    }

    public string Dossier { get; }

    public Spool Spool { get; }

    public List<Anomalie> Anomalies { get; } = [];

    public IEnumerable<string> Codes => Anomalies.Select(a => a.Code);

    public int FichiersTemporaires => Directory.GetFiles(Path.Combine(Dossier, "tmp")).Length;

    public Arrivage Recevoir(string nom, byte[] contenu)
    {
        var arrivage = Spool.Copier(new MemoryStream(contenu), nom);
        _recus.Add(arrivage);
        return arrivage;
    }

    public Arrivage Recevoir(string nom, string contenu) => Recevoir(nom, Encoding.UTF8.GetBytes(contenu));

    /// <summary>A content too large for the memory of a test: it is written to disk as it is produced.</summary>
    public Arrivage RecevoirFichier(string nom, Action<Stream> ecrire)
    {
        var chemin = Path.Combine(Dossier, nom);
        using (var flux = File.Create(chemin))
            ecrire(flux);
        return Arrivage.Depuis(() => File.OpenRead(chemin), nom, default, new FileInfo(chemin).Length);
    }

    /// <summary>Reads an archive whole: path and text of each entry.</summary>
    public List<(string Chemin, byte[] Contenu)> Deballer(Arrivage archive, int profondeur = 1)
    {
        var entrees = new List<(string, byte[])>();
        foreach (var entree in new LecteurDArchive(Spool).Lire(archive, profondeur, Anomalies.Add, CancellationToken.None))
        {
            using (entree)
                entrees.Add((entree.Chemin, Lire(entree)));
        }

        return entrees;
    }

    public static byte[] Lire(Arrivage arrivage)
    {
        using var flux = arrivage.Ouvrir();
        var contenu = new byte[arrivage.Octets];
        flux.ReadExactly(contenu);
        return contenu;
    }

    public void Dispose()
    {
        foreach (var recu in _recus)
            recu.Dispose();
        Directory.Delete(Dossier, recursive: true);
    }
}
