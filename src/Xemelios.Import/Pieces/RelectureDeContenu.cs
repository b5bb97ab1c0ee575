using Xemelios.Domain.Constats;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Intake;
using Xemelios.Import.Pes;
using Xemelios.Store;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Pieces;

/// <summary>Gives back the bytes of any content that was imported: an original, or what archives and PES flows carry.</summary>
/// <remarks>Contained bytes are extracted again from the originals, under the limits of an import, and given only when their
/// fingerprint is the one that was asked for.</remarks>
public sealed class RelectureDeContenu(Entrepot entrepot, Limites? limites = null)
{
    /// <summary>An archive of the greatest depth, in a flow.</summary>
    private const int MaxContenants = 5;

    private readonly Spool _spool = new(Path.Combine(entrepot.DossierTemporaire, "relectures"), limites ?? new Limites());

    /// <summary>The content, to be disposed by the caller; null when nothing gives these bytes back.</summary>
    public Arrivage? Ouvrir(Empreinte empreinte, CancellationToken annulation) => Ouvrir(empreinte, MaxContenants, annulation);

    private Arrivage? Ouvrir(Empreinte empreinte, int contenantsPermis, CancellationToken annulation)
    {
        if (entrepot.Originaux.Existe(empreinte))
            return Original(empreinte);
        return contenantsPermis == 0
            ? null
            : Places(empreinte).Select(place => DansUnContenant(place, empreinte, contenantsPermis, annulation)).FirstOrDefault(trouve => trouve is not null);
    }

    private Arrivage Original(Empreinte empreinte)
    {
        using var flux = entrepot.Originaux.Ouvrir(empreinte);
        return Arrivage.Depuis(() => entrepot.Originaux.Ouvrir(empreinte), empreinte.Hexadecimal, empreinte, flux.Length);
    }

    private IReadOnlyList<PlaceDeContenu> Places(Empreinte empreinte)
    {
        // Whoever asks was allowed to: archived or not, the bytes lie where they did.
        using var connexion = entrepot.Connecter(archives: true);
        return LectureDesLivraisons.PlacesDe(connexion, empreinte);
    }

    private Arrivage? DansUnContenant(PlaceDeContenu place, Empreinte cherchee, int contenantsPermis, CancellationToken annulation)
    {
        using var contenant = Ouvrir(place.Contenant, contenantsPermis - 1, annulation);
        if (contenant is null)
            return null;
        var trouve = Extraire(contenant, place, annulation);
        if (trouve?.Empreinte == cherchee)
            return trouve;
        trouve?.Dispose();
        return null;
    }

    /// <summary>A damaged place is no answer: another one may be whole.</summary>
    private Arrivage? Extraire(Arrivage contenant, PlaceDeContenu place, CancellationToken annulation)
    {
        try
        {
            if (place.Octet is not { } octet)
                return new LecteurDArchive(_spool).Extraire(contenant, place.Indice, annulation);
            using var contenu = PesReader.OuvrirContenu(contenant.Ouvrir(), octet);
            return _spool.Copier(contenu, contenant.Chemin, place.Indice, annulation);
        }
        catch (Exception e) when (e is FichierRefuseException or InvalidDataException or EndOfStreamException or System.Xml.XmlException or FormatException)
        {
            return null;
        }
    }
}
