namespace Xemelios.Query.Passages;

/// <summary>A linear fingerprint of amounts: that of a sum is the sum of the fingerprints, so that sums over many états compare as one number.</summary>
/// <remarks>Weights are drawn once from a fixed seed: the same question has the same answer. What it finds is verified on the amounts.</remarks>
internal sealed class EmpreintesDeMontants
{
    private readonly ulong[] _poids;

    /// <param name="ignore">An état that does not count; −1 for none.</param>
    public EmpreintesDeMontants(int etats, int ignore, ulong graine)
    {
        _poids = new ulong[etats];
        var suite = new Suite(graine);
        for (var o = 0; o < etats; o++)
            _poids[o] = suite.Suivant() | 1;
        if (ignore >= 0)
            _poids[ignore] = 0;
    }

    public ulong De(long[] montants)
    {
        var somme = 0UL;
        for (var o = 0; o < montants.Length; o++)
            somme = unchecked(somme + _poids[o] * (ulong)montants[o]);
        return somme;
    }
}

/// <summary>SplitMix64: a sequence that no runtime update changes.</summary>
internal sealed class Suite(ulong graine)
{
    private ulong _etat = graine;

    public ulong Suivant()
    {
        unchecked
        {
            var z = _etat += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>From 0 to <paramref name="borne"/> − 1.</summary>
    public int Sous(int borne) => (int)(Suivant() % (ulong)borne);
}
