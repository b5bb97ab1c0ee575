namespace Xemelios.Import.Xhl;

/// <summary>Follows the children of one element and tells, once, when they leave the order of the schema.</summary>
/// <param name="noms">The children in the order of the schema; other names have no place and break nothing.</param>
internal struct OrdreDuSchema(string[] noms)
{
    private int _rang = -1;
    private bool _dit;

    /// <summary>True for the first child that comes after one that should follow it.</summary>
    public bool EstRompuPar(string nom)
    {
        var rang = Array.IndexOf(noms, nom);
        if (rang < 0)
            return false;
        var rompu = rang < _rang && !_dit;
        _dit |= rompu;
        _rang = Math.Max(_rang, rang);
        return rompu;
    }
}
