using System.Globalization;
using System.Text.RegularExpressions;

namespace Xemelios.Checks.Moteur;

/// <summary>Puts the values of a finding in the sentence of its rule.</summary>
internal static partial class PhraseDeRegle
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary><c>{nom}</c> is a value as it is, <c>{nom€}</c> an amount, <c>{nom%}</c> a fraction of one as a percentage; « inconnu » where there is none.</summary>
    public static string Ecrire(string modele, IReadOnlyDictionary<string, object?> valeurs) =>
        Champ().Replace(modele, m => Dire(valeurs[m.Groups["nom"].Value], m.Groups["forme"].Value));

    /// <summary>The names that a sentence calls.</summary>
    public static IEnumerable<string> Noms(string modele) => Champ().Matches(modele).Select(m => m.Groups["nom"].Value);

    private static string Dire(object? valeur, string forme) => (valeur, forme) switch
    {
        (null, _) => "inconnu",
        (decimal montant, "€") => montant.ToString("N2", Francais) + " €",
        (decimal part, "%") => (part * 100).ToString("#,##0.####", Francais) + " %",
        (decimal nombre, _) => nombre.ToString("#,##0.####", Francais),
        (IFormattable autre, _) => autre.ToString(null, Francais),
        _ => valeur.ToString()!,
    };

    [GeneratedRegex(@"\{(?<nom>[a-z_0-9]+)(?<forme>[€%]?)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Champ();
}
