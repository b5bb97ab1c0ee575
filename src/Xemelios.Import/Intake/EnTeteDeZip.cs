using System.Buffers.Binary;

namespace Xemelios.Import.Intake;

/// <summary>What the header of one zip entry says, in the central directory or before its data.</summary>
internal sealed record EnTeteDeZip
{
    public const uint SignatureCentrale = 0x02014B50;
    public const uint SignatureLocale = 0x04034B50;
    private const int TailleCentrale = 46;
    private const int TailleLocale = 30;

    public required string Nom { get; init; }

    public required ushort Drapeaux { get; init; }

    public required ushort Methode { get; init; }

    public required uint Crc { get; init; }

    public required long Compresses { get; init; }

    /// <summary>Where the local header is, as told; for a local header, where the data starts.</summary>
    public required long Decalage { get; init; }

    /// <summary>Length of this header with its variable parts.</summary>
    public required int Longueur { get; init; }

    /// <summary>A Unix symbolic link.</summary>
    public bool EstLien { get; init; }

    /// <summary>Sizes and CRC follow the data instead of preceding it.</summary>
    public bool DescriptionApres => (Drapeaux & 8) != 0;

    public GenreDEntree Genre => this switch
    {
        { EstLien: true } => GenreDEntree.NonFichier,
        _ when Nom.EndsWith('/') || Nom.EndsWith('\\') => GenreDEntree.Dossier,
        _ when (Drapeaux & 0x2041) != 0 || Methode is not (0 or 8) => GenreDEntree.Chiffree,
        _ => GenreDEntree.Fichier,
    };

    /// <summary>The central header at a place, or null when something else is there.</summary>
    public static EnTeteDeZip? Central(Stream flux, long position)
    {
        Span<byte> fixe = stackalloc byte[TailleCentrale];
        if (!Lire(flux, position, fixe, SignatureCentrale))
            return null;
        var (nom, supplement) = (U16(fixe[28..]), U16(fixe[30..]));
        var variable = new byte[nom + supplement];
        flux.ReadExactly(variable);
        var (compresses, decalage) = Tailles64(fixe, variable.AsSpan(nom));
        return new EnTeteDeZip
        {
            Nom = NomsDeZip.Lire(variable.AsSpan(0, nom), variable.AsSpan(nom), (fixe[9] & 8) != 0, fixe[5]),
            Drapeaux = U16(fixe[8..]), Methode = U16(fixe[10..]), Crc = U32(fixe[16..]), Compresses = compresses, Decalage = decalage,
            Longueur = TailleCentrale + nom + supplement + U16(fixe[32..]),
            EstLien = fixe[5] == 3 && (fixe[41] & 0xF0) == 0xA0,
        };
    }

    /// <summary>The local header at a place, or null when something else is there.</summary>
    public static EnTeteDeZip? Local(Stream flux, long position)
    {
        Span<byte> fixe = stackalloc byte[TailleLocale];
        if (!Lire(flux, position, fixe, SignatureLocale))
            return null;
        var (nom, supplement) = (U16(fixe[26..]), U16(fixe[28..]));
        var variable = new byte[nom + supplement];
        flux.ReadExactly(variable);
        long compresses = U32(fixe[18..]);
        var champ = NomsDeZip.Champ(variable.AsSpan(nom), 1);
        if (compresses == uint.MaxValue && champ.Length >= 16)
            compresses = BinaryPrimitives.ReadInt64LittleEndian(champ[8..]);
        return new EnTeteDeZip
        {
            Nom = NomsDeZip.Lire(variable.AsSpan(0, nom), variable.AsSpan(nom), (fixe[7] & 8) != 0, 0),
            Drapeaux = U16(fixe[6..]), Methode = U16(fixe[8..]), Crc = U32(fixe[14..]), Compresses = compresses,
            Decalage = position + TailleLocale + nom + supplement, Longueur = TailleLocale + nom + supplement,
        };
    }

    /// <summary>Extra field 1 holds, in this order, only the numbers that did not fit in 32 bits.</summary>
    private static (long Compresses, long Decalage) Tailles64(ReadOnlySpan<byte> fixe, ReadOnlySpan<byte> supplement)
    {
        var champ = NomsDeZip.Champ(supplement, 1);
        if (U32(fixe[24..]) == uint.MaxValue && champ.Length >= 8)
            champ = champ[8..];
        long compresses = U32(fixe[20..]), decalage = U32(fixe[42..]);
        if (compresses == uint.MaxValue && champ.Length >= 8)
        {
            compresses = BinaryPrimitives.ReadInt64LittleEndian(champ);
            champ = champ[8..];
        }

        if (decalage == uint.MaxValue && champ.Length >= 8)
            decalage = BinaryPrimitives.ReadInt64LittleEndian(champ);
        return (compresses, decalage);
    }

    private static bool Lire(Stream flux, long position, Span<byte> fixe, uint signature)
    {
        if (position < 0 || position > flux.Length - fixe.Length)
            return false;
        flux.Position = position;
        flux.ReadExactly(fixe);
        return U32(fixe) == signature;
    }

    private static ushort U16(ReadOnlySpan<byte> octets) => BinaryPrimitives.ReadUInt16LittleEndian(octets);

    private static uint U32(ReadOnlySpan<byte> octets) => BinaryPrimitives.ReadUInt32LittleEndian(octets);
}
