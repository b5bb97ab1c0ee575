using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Parametres;

/// <summary>A value of the law and the day from which it holds; a null value is a right or a charge that was abolished.</summary>
/// <param name="Valeur">Euros, points or a fraction of one, as the parameter says.</param>
/// <param name="Reference">The text that sets it, where the base gives one.</param>
public sealed record ValeurLegale(DateOnly Du, decimal? Valeur, string? Reference);

/// <summary>A figure that the law sets and changes by date.</summary>
/// <param name="Nom">The name by which rules call it, a column of the table <c>parametre</c>.</param>
/// <param name="Cle">Its key in <c>parametres-legaux.json</c>.</param>
/// <param name="Valeurs">By date; the first is the oldest.</param>
public sealed record ParametreLegal(string Nom, string Cle, string Libelle, IReadOnlyList<ValeurLegale> Valeurs)
{
    /// <summary>What holds on the last day of a month: a text of the month that reaches back to its first day holds for all of it. Null: nothing does.</summary>
    public ValeurLegale? Au(MoisDePaye mois)
    {
        var fin = new DateOnly(mois.Annee, mois.Mois, DateTime.DaysInMonth(mois.Annee, mois.Mois));
        return Valeurs.LastOrDefault(v => v.Du <= fin);
    }
}
