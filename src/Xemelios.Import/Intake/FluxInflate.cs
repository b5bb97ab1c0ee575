using Xemelios.Domain.Constats;

namespace Xemelios.Import.Intake;

/// <summary>The decompressed side of an entry: counts against the limits and checks the CRC at the end.</summary>
/// <param name="compresse">The compressed side, to know what was really consumed.</param>
/// <param name="crc">Computes the CRC of a zip entry; null where the format checks itself.</param>
internal sealed class FluxInflate(
    Stream inflate, FluxCompte compresse, CompteurDInflation compteur, Crc32? crc = null, uint? crcAttendu = null) : FluxEnLecture
{
    private long _produits;

    /// <summary>Read to its end.</summary>
    public bool EstFini { get; private set; }

    public uint? Crc => crc?.Valeur;

    public override int Read(Span<byte> buffer)
    {
        var lus = inflate.Read(buffer);
        EstFini |= lus == 0 && buffer.Length > 0;
        if (EstFini && crcAttendu is { } attendu && attendu != Crc)
            throw new InvalidDataException();
        crc?.Ajouter(buffer[..lus]);
        _produits += lus;
        compteur.Compter(lus);
        if (_produits > compteur.Limites.OctetsAvantRapport && _produits / Math.Max(1, compresse.Lus) > compteur.Limites.MaxRapport)
            throw new FichierRefuseException(CatalogueDesAnomalies.ArchiveTropDense.En(Provenance.Inconnue));
        return lus;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inflate.Dispose();
        base.Dispose(disposing);
    }
}
