using Xemelios.Domain.Paye;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>The groups of columns that several tables share.</summary>
internal static class AjoutsCommuns
{
    public static void Adresse(this TableAppender ligne, Adresse? adresse)
    {
        ligne.Text(adresse?.Type);
        ligne.Text(adresse?.Ligne1);
        ligne.Text(adresse?.Ligne2);
        ligne.Text(adresse?.Ligne3);
        ligne.Text(adresse?.CodePostal);
        ligne.Text(adresse?.Ville);
        ligne.Text(adresse?.CodeResidence);
        ligne.Text(adresse?.CodePays);
        ligne.Date(adresse?.Date);
    }

    /// <summary>An amount: cents are the scaled integer of DECIMAL(14,2).</summary>
    public static void Montant(this TableAppender ligne, Domain.Valeurs.Montant? montant)
    {
        if (montant is { } m) ligne.Decimal18(m.Centimes);
        else ligne.Null();
    }
}
