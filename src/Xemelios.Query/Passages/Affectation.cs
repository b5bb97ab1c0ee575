namespace Xemelios.Query.Passages;

/// <summary>A nature for each element, and what is left of each nature in each état.</summary>
internal sealed class Affectation
{
    private readonly ProblemeDePassage _probleme;
    private readonly int[] _choix;
    private readonly long[][] _restes;

    /// <param name="choix">−1 for an element that no nature can take.</param>
    public Affectation(ProblemeDePassage probleme, IReadOnlyList<int> choix)
    {
        _probleme = probleme;
        _choix = [.. choix];
        _restes = [.. probleme.Cibles.Select(c => (long[])c.Clone())];
        for (var e = 0; e < _choix.Length; e++)
            if (_choix[e] >= 0)
                Ajouter(_restes[_choix[e]], probleme.Montants[e], -1);
    }

    public IReadOnlyList<int> Choix => _choix;

    public long Reste(int nature, int etat) => _restes[nature][etat];

    /// <summary>What is left, natures and états together, whatever its sign.</summary>
    public long Cout => _restes.Sum(r => r.Sum(Math.Abs));

    /// <summary>How well words and accounts suit.</summary>
    public long Score => Enumerable.Range(0, _choix.Length).Sum(e => _choix[e] < 0 ? 0L : _probleme.Scores[e][_choix[e]]);

    /// <summary>Less left first, then better words.</summary>
    public bool VautMieuxQue(Affectation autre) => Cout < autre.Cout || (Cout == autre.Cout && Score > autre.Score);

    public Affectation Copier() => new(_probleme, _choix);

    public void Deplacer(int element, int vers)
    {
        Ajouter(_restes[_choix[element]], _probleme.Montants[element], 1);
        Ajouter(_restes[vers], _probleme.Montants[element], -1);
        _choix[element] = vers;
    }

    /// <summary>Moves and exchanges elements as long as less is left.</summary>
    public void Descendre()
    {
        while (DeplacerAuMieux() || Echanger())
        {
            // Each pass leaves less: it ends.
        }
    }

    // A sweep over the elements, each moved at once to where least is left.
    private bool DeplacerAuMieux()
    {
        var change = false;
        for (var e = 0; e < _choix.Length; e++)
        {
            var (gain, vers) = (0L, -1);
            for (var n = 0; n < _probleme.Natures && _choix[e] >= 0; n++)
                if (n != _choix[e] && _probleme.Convient(e, n) && Gain(_choix[e], n, _probleme.Montants[e], null) is var g && g > gain)
                    (gain, vers) = (g, n);
            if (vers < 0)
                continue;
            Deplacer(e, vers);
            change = true;
        }

        return change;
    }

    private bool Echanger()
    {
        var change = false;
        for (var e = 0; e < _choix.Length; e++)
        for (var f = e + 1; f < _choix.Length; f++)
        {
            var (de, vers) = (_choix[e], _choix[f]);
            if (de < 0 || vers < 0 || de == vers || !_probleme.Convient(e, vers) || !_probleme.Convient(f, de)
                || Gain(de, vers, _probleme.Montants[e], _probleme.Montants[f]) <= 0)
                continue;
            Deplacer(e, vers);
            Deplacer(f, de);
            change = true;
        }

        return change;
    }

    private long Gain(int de, int vers, long[] part, long[]? retour)
    {
        var gain = 0L;
        for (var o = 0; o < part.Length; o++)
        {
            var (net, a, b) = (part[o] - (retour?[o] ?? 0), _restes[de][o], _restes[vers][o]);
            gain += Math.Abs(a) + Math.Abs(b) - Math.Abs(a + net) - Math.Abs(b - net);
        }

        return gain;
    }

    private static void Ajouter(long[] restes, long[] montants, int signe)
    {
        for (var o = 0; o < restes.Length; o++)
            restes[o] += signe * montants[o];
    }
}
