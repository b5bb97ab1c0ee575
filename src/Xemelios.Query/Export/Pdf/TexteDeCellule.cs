using System.Globalization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Export.Pdf;

/// <summary>Values as a French reader prints them: <c>1 234,56</c> with a space that does not break, 31/03/2026, 03/2026.</summary>
internal static class TexteDeCellule
{
    private static readonly NumberFormatInfo Nombres = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0", NumberGroupSizes = [3], NegativeSign = "-",
    });

    public static string De(object? valeur) => valeur switch
    {
        null => "",
        string texte => TextePdf.Imprimable(texte),
        Montant montant => montant.ToDecimal().ToString("N2", Nombres),
        decimal nombre => nombre.ToString("#,0.00##########", Nombres),
        int entier => entier.ToString("N0", Nombres),
        long entier => entier.ToString("N0", Nombres),
        DateOnly date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        MoisDePaye mois => string.Create(CultureInfo.InvariantCulture, $"{mois.Mois:00}/{mois.Annee:0000}"),
        _ => TextePdf.Imprimable(Convert.ToString(valeur, CultureInfo.InvariantCulture)),
    };

    public static bool EstADroite(TypeDeColonne type) => type is TypeDeColonne.Entier or TypeDeColonne.Nombre or TypeDeColonne.Montant;
}
