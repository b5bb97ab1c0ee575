using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Originals;

/// <summary>A deposit in a temporary file, which becomes the original when it is whole.</summary>
/// <param name="installer">Gives the file its name; false when the original was there already.</param>
/// <param name="rouvrir">Opens an original that is in its place.</param>
internal sealed class DepotSurDisque(
    Stream contenu, string provisoire, Func<string, Empreinte, bool> installer, Func<Empreinte, Stream> rouvrir, CancellationToken annulation) : IDepotEnCours
{
    private readonly CopieEnCours _copie = new(contenu, provisoire, annulation);
    private readonly Lock _pose = new();
    private OriginalDepose? _depose;

    public long? OctetsAnnonces => _copie.OctetsAnnonces;

    public Stream Ouvrir()
    {
        lock (_pose)
        {
            return _depose is { } depose
                ? rouvrir(depose.Empreinte)
                : new FluxSuivi(_copie, File.OpenHandle(provisoire, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
    }

    public OriginalDepose Terminer()
    {
        var empreinte = _copie.AttendreLEmpreinte();
        lock (_pose)
            return _depose ??= new OriginalDepose(empreinte, _copie.AttendreLaTaille(), installer(provisoire, empreinte));
    }

    public void Dispose()
    {
        _copie.Dispose();
        CheminsDOriginaux.Retirer(provisoire);
    }
}
