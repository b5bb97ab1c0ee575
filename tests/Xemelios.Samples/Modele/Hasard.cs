namespace Xemelios.Samples;

/// <summary>SplitMix64: a seeded source whose sequence is ours, so that no runtime update changes committed samples.</summary>
public sealed class Hasard(ulong graine)
{
    private ulong _etat = graine;

    /// <summary>A source independent of this one, named by <paramref name="cle"/>: adding draws here does not shift draws there.</summary>
    public Hasard Branche(string cle)
    {
        var melange = _etat;
        foreach (var c in cle)
            melange = unchecked((melange ^ c) * 0x100000001B3UL);
        return new Hasard(melange);
    }

    /// <summary>An integer from <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    public int Entre(int min, int max) => min + (int)(Suivant() % (ulong)(max - min + 1));

    /// <summary>True <paramref name="surCent"/> times in a hundred.</summary>
    public bool Parfois(int surCent) => Entre(1, 100) <= surCent;

    /// <summary>One of the values.</summary>
    public T Parmi<T>(IReadOnlyList<T> valeurs) => valeurs[Entre(0, valeurs.Count - 1)];

    /// <summary>Random bytes.</summary>
    public byte[] Octets(int nombre)
    {
        var octets = new byte[nombre];
        for (var i = 0; i < nombre; i++)
            octets[i] = (byte)(Suivant() & 0xFF);
        return octets;
    }

    private ulong Suivant()
    {
        unchecked
        {
            _etat += 0x9E3779B97F4A7C15UL;
            var z = _etat;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
