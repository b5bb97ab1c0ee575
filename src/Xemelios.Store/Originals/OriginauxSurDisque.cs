using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Originals;

/// <summary>Originals as read-only files under one folder, as they were received or compressed since.</summary>
public sealed class OriginauxSurDisque : IOriginaux
{
    private const int TailleDeTampon = 1 << 20;

    private readonly CheminsDOriginaux _chemins;
    private readonly Lock _installation = new();

    /// <param name="dossier">Owned by this process: what another left unfinished there is removed.</param>
    public OriginauxSurDisque(string dossier)
    {
        _chemins = new CheminsDOriginaux(dossier);
        _chemins.Nettoyer();
    }

    public IDepotEnCours Commencer(Stream contenu, CancellationToken annulation) =>
        new DepotSurDisque(contenu, _chemins.Provisoire("arrivee"), Installer, Ouvrir, annulation);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">it is compressed, and damaged; reading may say so later.</exception>
    public Stream Ouvrir(Empreinte empreinte)
    {
        try
        {
            // It may be compressed meanwhile: whoever reads it goes on.
            return new FileStream(
                _chemins.Simple(empreinte), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, TailleDeTampon, FileOptions.SequentialScan);
        }
        catch (FileNotFoundException) when (File.Exists(_chemins.Compacte(empreinte)))
        {
            return new FluxCompacte(_chemins.Compacte(empreinte));
        }
    }

    // In this order: the compressed copy is there before the plain one goes.
    public bool Existe(Empreinte empreinte) => File.Exists(_chemins.Simple(empreinte)) || File.Exists(_chemins.Compacte(empreinte));

    public IEnumerable<Empreinte> Lister() => _chemins.Fichiers().Select(f => f.Empreinte).Distinct();

    public void Retirer(Empreinte empreinte)
    {
        lock (_installation)
        {
            CheminsDOriginaux.Retirer(_chemins.Simple(empreinte));
            CheminsDOriginaux.Retirer(_chemins.Compacte(empreinte));
        }
    }

    private bool Installer(string provisoire, Empreinte empreinte)
    {
        lock (_installation)
        {
            if (Existe(empreinte))
                return false;
            CheminsDOriginaux.Installer(provisoire, _chemins.Simple(empreinte));
            return true;
        }
    }
}
