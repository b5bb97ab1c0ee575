using System.Globalization;

namespace Xemelios.Domain.Echantillons;

/// <summary>How much is drawn: a number of units, or a rate of them.</summary>
/// <param name="Taille">A number of units.</param>
/// <param name="DixMilliemes">Else a rate, in ten-thousandths: 5 % is 500.</param>
public sealed record EtendueDeTirage(int? Taille, int? DixMilliemes)
{
    private const int Un = 10_000;

    public static EtendueDeTirage DeTaille(int taille) => new(taille, null);

    /// <summary>A rate in percent, with two decimals at most; null when it is none.</summary>
    public static EtendueDeTirage? DeTaux(decimal pourcentage) =>
        pourcentage is > 0 and <= 100 && decimal.Truncate(pourcentage * 100) == pourcentage * 100 ? new(null, (int)(pourcentage * 100)) : null;

    /// <summary>Units to draw among some of those of a population, rounded up: no part is looked at less than was asked.</summary>
    public int Sur(int effectif, int population) => effectif == 0 ? 0
        : (int)Math.Min(effectif, Taille is { } taille ? EntierSuperieur((long)taille * effectif, population) : EntierSuperieur((long)DixMilliemes!.Value * effectif, Un));

    public override string ToString() => Taille is { } taille
        ? string.Create(CultureInfo.InvariantCulture, $"{taille} tirés")
        : (DixMilliemes!.Value / 100m).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',') + "\u00A0%";

    private static long EntierSuperieur(long dividende, long diviseur) => (dividende + diviseur - 1) / diviseur;
}
