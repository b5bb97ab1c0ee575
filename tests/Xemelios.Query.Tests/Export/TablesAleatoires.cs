using System.Globalization;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;
using Xemelios.Samples;
using MoisDePaye = Xemelios.Domain.Valeurs.MoisDePaye;

namespace Xemelios.Query.Tests.Export;

/// <summary>Seeded tables whose text is as hostile as a file can make it, and how their cells compare.</summary>
public static class TablesAleatoires
{
    public static readonly ProvenanceDeTable Provenance = new(
        "Nature égale à « 64111 » ; nom commence par « =cmd|' /C calc'!A0 »\nou \"Öz\"", new DateTimeOffset(2026, 3, 31, 9, 5, 7, TimeSpan.FromHours(2)),
        "Mme D'Été", [new FichierSource("paye;03.xhl", new string('a', 64)), new FichierSource("É\u0000tat.xhl", new string('b', 64))]);

    private static readonly string[] Textes =
    [
        "", " ", "=1+1", "+33 1", "-12", "@SUM(A1)", "\tx", "\rx", "a;b", "dit \"oui\"", "deux\r\nlignes", "une\nautre", "<b>&amp;</b>", "]]>",
        "nul\u0000ici", "\u0001\u001F", "_x0041_", "_x000D_", "_", "__x0041__", "\u202Edroite", "é\u0301ü", "😀 paye 👩‍💼", "العربية", "\uFFFE\uFFFF", "NULL", "0012", "1e5",
        "# commentaire", "Traitement indiciaire", "'", "''=1", "DUPONT-MARTIN", "l'arrêté n° 12 ; alinéa 3",
    ];

    /// <summary>One column of each type and a few more, and totals of what adds up.</summary>
    public static TableDeReponse Creer(int graine, int lignes)
    {
        var hasard = new Hasard((ulong)graine);
        var types = Enum.GetValues<TypeDeColonne>().Concat(Enumerable.Range(0, hasard.Entre(0, 24)).Select(_ => (TypeDeColonne)hasard.Entre(0, 5))).ToArray();
        ColonneDeTable[] colonnes = [.. types.Select((t, i) => new ColonneDeTable($"c{i}", i % 5 == 4 ? hasard.Parmi(Textes) + i : $"Colonne n° {i}", t))];
        List<IReadOnlyList<object?>> rangees = [];
        for (var i = 0; i < lignes; i++)
            rangees.Add([.. types.Select(t => hasard.Parfois(15) ? null : Valeur(hasard, t))]);
        return new TableDeReponse("Bulletins de paye <&> " + graine, colonnes, rangees) { Totaux = [.. types.Select((t, i) => Total(t, rangees.Select(r => r[i])))] };
    }

    /// <summary>The value in one form, whatever the format gives back.</summary>
    public static string? Canonique(object? valeur) => valeur switch
    {
        null or "" => null,
        Montant m => Canonique(m.ToDecimal()),
        decimal d => d.ToString("0.############", CultureInfo.InvariantCulture),
        DateOnly d => d.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        MoisDePaye m => $"{m.Mois:00}/{m.Annee:0000}",
        _ => Convert.ToString(valeur, CultureInfo.InvariantCulture),
    };

    public static string?[][] Canoniques(this TableDeReponse table) => [.. table.Lignes.Select(l => l.Select(Canonique).ToArray())];

    private static object Valeur(Hasard hasard, TypeDeColonne type) => type switch
    {
        TypeDeColonne.Texte => hasard.Parfois(40) ? hasard.Parmi(Textes) + hasard.Parmi(Textes) : hasard.Parmi(Textes),
        TypeDeColonne.Entier => hasard.Parfois(50) ? hasard.Entre(-5, 1000) : (object)(hasard.Entre(-999_999_999, 999_999_999) * 1000L),
        TypeDeColonne.Nombre => hasard.Entre(-9_999_999, 99_999_999) / (decimal)hasard.Parmi<int>([1, 10, 100, 1000, 10000]),
        TypeDeColonne.Montant => new Montant(hasard.Entre(-99_999_999, 999_999_999) * (hasard.Parfois(5) ? 1000L : 1L)),
        TypeDeColonne.Date => new DateOnly(1900, 1, 1).AddDays(hasard.Entre(0, 60000)),
        _ => new MoisDePaye(hasard.Entre(1990, 2040), hasard.Entre(1, 12)),
    };

    private static object? Total(TypeDeColonne type, IEnumerable<object?> cellules) => type switch
    {
        TypeDeColonne.Entier => cellules.Sum(c => c is null ? 0L : Convert.ToInt64(c, CultureInfo.InvariantCulture)),
        TypeDeColonne.Nombre => cellules.Sum(c => c as decimal? ?? 0),
        TypeDeColonne.Montant => cellules.Aggregate(Montant.Zero, (s, c) => s + (c as Montant? ?? Montant.Zero)),
        _ => null,
    };
}
