using System.Buffers;

namespace Xemelios.Import;

/// <summary>Counts the bulletins of a pay file by the tags that end them, at the speed of the disk; in two-byte encodings it sees none.</summary>
public static class ComptageDeBulletins
{
    private const int Bloc = 1 << 20;

    private static ReadOnlySpan<byte> Fin => "PayeIndivMensuel>"u8;

    public static int Compter(Stream flux)
    {
        var tampon = ArrayPool<byte>.Shared.Rent(Bloc);
        try
        {
            int garde = 0, compte = 0, lus;
            while ((lus = flux.Read(tampon, garde, Bloc - garde)) > 0)
            {
                var vus = tampon.AsSpan(0, garde + lus);
                compte += Compter(vus, garde);
                // A tag may lie across two blocks: its beginning, with a prefix, stays at hand.
                garde = Math.Min(vus.Length, 64);
                vus[^garde..].CopyTo(tampon);
            }

            return compte;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(tampon);
        }
    }

    /// <summary>The end tags that end after what was looked at before.</summary>
    private static int Compter(ReadOnlySpan<byte> vus, int dejaVus)
    {
        var compte = 0;
        for (var place = 0; vus[place..].IndexOf(Fin) is var ici and >= 0;)
        {
            place += ici + Fin.Length;
            if (place > dejaVus && EstUneFin(vus[..(place - Fin.Length)]))
                compte++;
        }

        return compte;
    }

    // "</" or "</p:" stands before the name.
    private static bool EstUneFin(ReadOnlySpan<byte> avant) => avant.LastIndexOf((byte)'<') is var debut and >= 0 && avant[(debut + 1)..] is [(byte)'/', ..];
}
