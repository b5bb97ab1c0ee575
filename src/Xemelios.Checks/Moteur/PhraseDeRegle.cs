using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Xemelios.Checks.Moteur;

/// <summary>The sentence of a rule, cut once in words and values: a run writes it as often as it finds something.</summary>
internal sealed partial class PhraseDeRegle
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    private readonly List<(string Avant, string Nom, string Forme)> _valeurs = [];
    private readonly string _fin;

    /// <param name="modele"><c>{nom}</c> is a value as it is, <c>{nom€}</c> an amount, <c>{nom%}</c> a fraction of one as a percentage.</param>
    public PhraseDeRegle(string modele)
    {
        var debut = 0;
        foreach (Match lu in Champ().Matches(modele))
        {
            _valeurs.Add((modele[debut..lu.Index], lu.Groups["nom"].Value, lu.Groups["forme"].Value));
            debut = lu.Index + lu.Length;
        }

        _fin = modele[debut..];
    }

    /// <summary>« inconnu » stands where there is no value.</summary>
    public string Ecrire(Func<string, object?> valeur)
    {
        var texte = new StringBuilder();
        foreach (var (avant, nom, forme) in _valeurs)
            texte.Append(avant).Append(Dire(valeur(nom), forme));
        return texte.Append(_fin).ToString();
    }

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
