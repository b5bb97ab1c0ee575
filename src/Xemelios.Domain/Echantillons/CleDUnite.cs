using System.Globalization;

namespace Xemelios.Domain.Echantillons;

/// <summary>A bulletin as a draw names it: fingerprint of its file and rank in it, which are the same on every machine.</summary>
public static class CleDUnite
{
    public static string De(string volume, int ordre) => string.Create(CultureInfo.InvariantCulture, $"{volume}/{ordre}");

    public static (string Volume, int Ordre) Lire(string cle) =>
        cle.IndexOf('/', StringComparison.Ordinal) is var fin ? (cle[..fin], int.Parse(cle[(fin + 1)..], NumberStyles.None, CultureInfo.InvariantCulture)) : default;
}
