namespace Xemelios.Import.Xhl;

/// <summary>The rank of each element among the children of one, as the schema orders them.</summary>
internal sealed class RangsDuSchema
{
    private readonly sbyte[] _rangs = new sbyte[byte.MaxValue + 1];

    /// <param name="enfants">The children in the order of the schema; others have no place and break nothing.</param>
    public RangsDuSchema(params ReadOnlySpan<Balise> enfants)
    {
        Array.Fill(_rangs, (sbyte)-1);
        for (var i = 0; i < enfants.Length; i++)
            _rangs[(byte)enfants[i]] = (sbyte)i;
    }

    public int this[Balise balise] => _rangs[(byte)balise];
}

/// <summary>Follows the children of one element and tells, once, when they leave the order of the schema.</summary>
internal struct OrdreDuSchema(RangsDuSchema rangs)
{
    private int _rang = -1;
    private bool _dit;

    /// <summary>True for the first child that comes after one that should follow it.</summary>
    public bool EstRompuPar(Balise balise)
    {
        var rang = rangs[balise];
        if (rang < 0)
            return false;
        var rompu = rang < _rang && !_dit;
        _dit |= rompu;
        _rang = Math.Max(_rang, rang);
        return rompu;
    }
}
