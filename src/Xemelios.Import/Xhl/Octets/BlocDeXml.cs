namespace Xemelios.Import.Xhl;

/// <summary>A run of bytes of a pay file that ends between two elements, with its place in the file.</summary>
/// <param name="tableau">Holds the bytes, then <see cref="Marge"/> zeros at least, so that reading a little ahead needs no check.</param>
internal sealed class BlocDeXml(byte[] tableau)
{
    public const int Marge = 64;

    public byte[] Tableau { get; set; } = tableau;

    /// <summary>Number of bytes.</summary>
    public int Longueur { get; set; }

    /// <summary>Place of the first byte in the file.</summary>
    public long Octet { get; set; }

    /// <summary>Line of the first byte, from 1.</summary>
    public int Ligne { get; set; } = 1;

    /// <summary>The file ends with this block.</summary>
    public bool EstLeDernier { get; set; }

    public ReadOnlySpan<byte> Octets => Tableau.AsSpan(0, Longueur);
}
