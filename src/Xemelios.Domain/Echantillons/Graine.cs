using System.Globalization;
using System.Security.Cryptography;

namespace Xemelios.Domain.Echantillons;

/// <summary>A seed: with the data, it decides of a draw on any machine and for ever.</summary>
public readonly record struct Graine(ulong Valeur)
{
    /// <summary>A seed that nobody chose, short enough to be copied by hand.</summary>
    public static Graine Nouvelle() => new((ulong)RandomNumberGenerator.GetInt32(1, int.MaxValue));

    /// <summary>Digits alone; null when it does not read.</summary>
    public static Graine? Lire(string? texte) =>
        ulong.TryParse(texte?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var valeur) ? new Graine(valeur) : null;

    public override string ToString() => Valeur.ToString(CultureInfo.InvariantCulture);
}
