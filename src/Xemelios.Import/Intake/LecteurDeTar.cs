using System.Globalization;
using System.Text;

namespace Xemelios.Import.Intake;

/// <summary>Reads a tar (V7, ustar, GNU long names, pax paths) forward, with bounded memory whatever its headers declare.</summary>
internal sealed class LecteurDeTar(Stream source, bool seekable) : ILecteurDEntrees
{
    private const int Bloc = 512;

    /// <summary>The longest header of names that is read.</summary>
    private const int MaxNom = 64 * 1024;

    private readonly byte[] _enTete = new byte[Bloc];
    private FluxCompte? _contenu;
    private long _longueur;
    private long _octet;

    public bool EstSequentiel => true;

    /// <summary>A block whose check sum holds: what ustar and the older formats have in common.</summary>
    public static bool EstEnTete(ReadOnlySpan<byte> bloc)
    {
        if (bloc.Length < Bloc || bloc[0] == 0)
            return false;
        var somme = 8 * ' ';
        for (var i = 0; i < Bloc; i++)
            somme += i is >= 148 and < 156 ? 0 : bloc[i];
        return Octal(bloc.Slice(148, 8)) == somme;
    }

    public EntreeDArchive? Suivante()
    {
        string? nomLong = null;
        long? longueurPax = null;
        while (LireEnTete())
        {
            var longueur = longueurPax ?? Nombre(_enTete.AsSpan(124, 12)) ?? throw new InvalidDataException();
            var genre = (char)_enTete[156];
            Ouvrir(genre is '1' or '2' or '3' or '4' or '5' or '6' ? 0 : longueur);
            switch (genre)
            {
                case 'L':
                    nomLong = Encoding.UTF8.GetString(LireNom()).TrimEnd('\0');
                    continue;
                case 'x':
                    (nomLong, longueurPax) = LirePax(nomLong);
                    continue;
                case 'K' or 'g':
                    continue;
                default:
                    return Entree(nomLong ?? NomCourt(), genre);
            }
        }

        return null;
    }

    public void Dispose() => source.Dispose();

    private EntreeDArchive Entree(string nom, char genre)
    {
        var contenu = _contenu!;
        var sorte = genre switch
        {
            '5' => GenreDEntree.Dossier,
            '0' or '\0' or '7' => nom.EndsWith('/') ? GenreDEntree.Dossier : GenreDEntree.Fichier,
            _ => GenreDEntree.NonFichier,
        };
        return new EntreeDArchive(nom, sorte, seekable ? _octet - Bloc : null, () => contenu);
    }

    /// <summary>Passes what was not read of the former entry, then reads a header; false on the block of zeros that ends the archive.</summary>
    private bool LireEnTete()
    {
        if (_contenu is not null)
            Passer(_longueur - _contenu.Lus + (-_longueur & (Bloc - 1)));
        _octet += _longueur + (-_longueur & (Bloc - 1)) + Bloc;
        source.ReadExactly(_enTete);
        if (!_enTete.AsSpan().ContainsAnyExcept((byte)0))
            return false;
        if (!EstEnTete(_enTete))
            throw new InvalidDataException();
        return true;
    }

    private void Ouvrir(long longueur) => (_contenu, _longueur) = (new FluxCompte(source, longueur), longueur);

    private void Passer(long octets)
    {
        if (octets == 0)
            return;
        using var reste = new FluxCompte(source, octets);
        reste.CopyTo(Stream.Null);
    }

    private byte[] LireNom()
    {
        if (_longueur > MaxNom)
            throw new InvalidDataException();
        var octets = new byte[_longueur];
        _contenu!.ReadExactly(octets);
        return octets;
    }

    /// <summary>Records "length key=value\n"; only the path and the size matter here.</summary>
    private (string? Nom, long? Longueur) LirePax(string? nom)
    {
        long? longueur = null;
        foreach (var ligne in Encoding.UTF8.GetString(LireNom()).Split('\n'))
        {
            var valeur = ligne[(ligne.IndexOf('=') + 1)..];
            if (ligne.Contains(" path=", StringComparison.Ordinal))
                nom = valeur;
            else if (ligne.Contains(" size=", StringComparison.Ordinal))
                longueur = long.TryParse(valeur, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : throw new InvalidDataException();
        }

        return (nom, longueur);
    }

    private string NomCourt()
    {
        var nom = Texte(_enTete.AsSpan(0, 100));
        var prefixe = _enTete.AsSpan(257, 6).SequenceEqual("ustar\0"u8) ? Texte(_enTete.AsSpan(345, 155)) : "";
        return prefixe.Length > 0 ? $"{prefixe}/{nom}" : nom;
    }

    private static string Texte(ReadOnlySpan<byte> champ)
    {
        var fin = champ.IndexOf((byte)0);
        return NomsDeZip.Decoder(fin < 0 ? champ : champ[..fin], DecodageXml.PageWindows1252);
    }

    /// <summary>Octal digits, or a big-endian number when the first bit is set (GNU, past 8 GiB).</summary>
    private static long? Nombre(ReadOnlySpan<byte> champ)
    {
        if ((champ[0] & 0x80) == 0)
            return Octal(champ);
        if (champ[0] != 0x80 || champ[1..4].ContainsAnyExcept((byte)0) || champ[4] > 0x7F)
            return null;
        return System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(champ[4..]);
    }

    private static long? Octal(ReadOnlySpan<byte> champ)
    {
        var chiffres = champ.Trim(" \0"u8);
        long valeur = 0;
        foreach (var c in chiffres)
        {
            if (c is < (byte)'0' or > (byte)'7')
                return null;
            valeur = valeur * 8 + (c - '0');
        }

        return valeur;
    }
}
