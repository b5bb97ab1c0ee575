using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Mandats;

/// <summary>The month that a mandat says it pays: named in its object, else its due date, else its date of issue.</summary>
internal static partial class MoisDuMandat
{
    private static readonly string[] Noms =
        ["JANVIER", "FEVRIER", "MARS", "AVRIL", "MAI", "JUIN", "JUILLET", "AOUT", "SEPTEMBRE", "OCTOBRE", "NOVEMBRE", "DECEMBRE"];

    public static MoisDePaye? De(MandatLu mandat) =>
        DansLObjet(Plier(mandat.Objet), mandat.Exercice) ?? DeLaDate(mandat.DateEcheance) ?? DeLaDate(mandat.DateEmission);

    /// <summary>Upper case without accents.</summary>
    public static string Plier(string? texte) =>
        string.Concat(DemiCaracteres.Remplacer(texte ?? "").Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();

    private static MoisDePaye? DansLObjet(string objet, int? exercice)
    {
        if (EnChiffres().Match(objet) is { Success: true } chiffres)
            return new MoisDePaye(Nombre(chiffres.Groups["annee"].Value), Nombre(chiffres.Groups["mois"].Value));
        if (EnLettres().Match(objet) is not { Success: true } lettres)
            return null;
        var annee = Annee().Match(objet) is { Success: true } ecrite ? Nombre(ecrite.Value) : exercice;
        return annee is { } valeur ? new MoisDePaye(valeur, Array.IndexOf(Noms, lettres.Value) + 1) : null;
    }

    private static MoisDePaye? DeLaDate(DateOnly? date) => date is { } jour ? new MoisDePaye(jour.Year, jour.Month) : null;

    private static int Nombre(string chiffres) => int.Parse(chiffres, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(JANVIER|FEVRIER|MARS|AVRIL|MAI|JUIN|JUILLET|AOUT|SEPTEMBRE|OCTOBRE|NOVEMBRE|DECEMBRE)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnLettres();

    [GeneratedRegex(@"\b(?<mois>0[1-9]|1[0-2])[/.-](?<annee>20\d\d)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnChiffres();

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.None, 1000)]
    private static partial Regex Annee();
}
