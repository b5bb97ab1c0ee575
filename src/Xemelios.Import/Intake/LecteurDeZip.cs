using System.IO.Compression;

namespace Xemelios.Import.Intake;

/// <summary>Reads a zip by its central directory, one header at a time; without one (cut file), by the headers before the data.</summary>
/// <remarks>ZipArchive loads the whole directory before the first entry, reads nothing of a cut file and does not check CRCs.</remarks>
internal sealed class LecteurDeZip : ILecteurDEntrees
{
    private readonly Stream _flux;
    private readonly CompteurDInflation _compteur;
    private readonly RepertoireDeZip? _repertoire;
    private long _position;
    private long _rang;
    private (EnTeteDeZip EnTete, FluxInflate? Contenu)? _precedente;

    public LecteurDeZip(Stream flux, CompteurDInflation compteur)
    {
        (_flux, _compteur) = (flux, compteur);
        _repertoire = RepertoireDeZip.Trouver(flux);
        _position = _repertoire?.Debut ?? 0;
    }

    public bool EstSequentiel => false;

    /// <summary>False when entries are found by reading through the data.</summary>
    public bool ARepertoire => _repertoire is not null;

    public EntreeDArchive? Suivante() => _repertoire is null ? SuivanteLocale() : SuivanteCentrale(_repertoire);

    public void Dispose() => _flux.Dispose();

    private EntreeDArchive? SuivanteCentrale(RepertoireDeZip repertoire)
    {
        if (_position >= repertoire.Fin)
            return _rang == repertoire.Entrees ? null : throw new InvalidDataException();
        var enTete = EnTeteDeZip.Central(_flux, _position) ?? throw new InvalidDataException();
        _position += enTete.Longueur;
        _rang++;
        return new EntreeDArchive(enTete.Nom, enTete.Genre, enTete.Decalage, () => OuvrirCentrale(enTete));
    }

    private FluxInflate OuvrirCentrale(EnTeteDeZip enTete)
    {
        var local = EnTeteDeZip.Local(_flux, enTete.Decalage) ?? throw new InvalidDataException();
        if (enTete.Compresses < 0 || enTete.Compresses > _flux.Length - local.Decalage)
            throw new InvalidDataException();
        return Decompresser(enTete.Methode, local.Decalage, enTete.Compresses, enTete.Crc);
    }

    /// <summary>A zip without a directory is cut: its whole entries are given, then the cut is told.</summary>
    private EntreeDArchive SuivanteLocale()
    {
        PasserPrecedente();
        var enTete = EnTeteDeZip.Local(_flux, _position) ?? throw new InvalidDataException();
        var octet = _position;
        _precedente = (enTete, null);
        return new EntreeDArchive(enTete.Nom, enTete.Genre, octet, OuvrirLocale);
    }

    private FluxInflate OuvrirLocale()
    {
        var enTete = _precedente!.Value.EnTete;
        var contenu = enTete.DescriptionApres
            ? Decompresser(enTete.Methode == 8 ? 8 : throw new InvalidDataException(), enTete.Decalage, _flux.Length - enTete.Decalage, null)
            : Decompresser(enTete.Methode, enTete.Decalage, enTete.Compresses, enTete.Crc);
        _precedente = (enTete, contenu);
        return contenu;
    }

    private void PasserPrecedente()
    {
        if (_precedente is not var (enTete, contenu))
            return;
        if (!enTete.DescriptionApres)
            _position = enTete.Decalage + enTete.Compresses;
        else if (enTete.Genre == GenreDEntree.Fichier)
            _position = FinParDescription(enTete, contenu);
        else
            throw new InvalidDataException();
    }

    /// <summary>The length of the data is told after it: the CRC of what was inflated finds that place.</summary>
    private long FinParDescription(EnTeteDeZip enTete, FluxInflate? contenu)
    {
        if (contenu is null)
        {
            contenu = OuvrirLocale();
            contenu.CopyTo(Stream.Null);
        }

        if (!contenu.EstFini)
            throw new InvalidDataException();
        Span<byte> marque = [0x50, 0x4B, 7, 8, 0, 0, 0, 0];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(marque[4..], contenu.Crc!.Value);
        var tampon = new byte[64 * 1024];
        for (var debut = enTete.Decalage; ; debut += tampon.Length - marque.Length)
        {
            _flux.Position = debut;
            var lus = _flux.ReadAtLeast(tampon, tampon.Length, throwOnEndOfStream: false);
            if (tampon.AsSpan(0, lus).IndexOf(marque) is var rang and >= 0)
                return debut + rang + 16;
            if (lus < tampon.Length)
                throw new InvalidDataException();
        }
    }

    private FluxInflate Decompresser(int methode, long debut, long longueur, uint? crc)
    {
        _flux.Position = debut;
        var deflate = methode == 8 && longueur > 0;
        var compresse = new FluxCompte(_flux, longueur, finEstCoupure: deflate);
        Stream contenu = deflate ? new DeflateStream(compresse, CompressionMode.Decompress) : compresse;
        return new FluxInflate(contenu, compresse, _compteur, new Crc32(), crc);
    }
}
