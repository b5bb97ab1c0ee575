using System.Globalization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Which état an answer is about, as a sentence.</summary>
internal static class PhrasesDEtat
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>"Commune d'Exemple (21990001200019), budget 00 – Principal, mars 2026, train 2".</summary>
    public static string Dire(EtatDePaye etat) =>
        $"{(etat.Employeur is null ? etat.Siret : $"{etat.Employeur} ({etat.Siret})")}, {Budget(etat.Budget, etat.BudgetLibelle)}, "
        + $"{Mois(new MoisDePaye(etat.Annee, etat.Mois))}{(etat.Train is null ? "" : $", train {etat.Train}")}";

    /// <param name="budget">Null for all budgets.</param>
    public static string Dire(string siret, MoisDePaye mois, string? budget) =>
        $"SIRET {siret}, {(budget is null ? "tous budgets" : Budget(budget, libelle: null))}, {Mois(mois)}";

    public static string Mois(MoisDePaye mois) => new DateOnly(mois.Annee, mois.Mois, 1).ToString("MMMM yyyy", Francais);

    /// <summary>A part of a file name.</summary>
    public static string Nom(string sujet, string siret, string? budget, MoisDePaye mois) =>
        $"{sujet}_{siret}{(string.IsNullOrEmpty(budget) ? "" : "_" + budget)}_{mois}";

    private static string Budget(string? code, string? libelle) =>
        string.IsNullOrEmpty(code) ? "sans budget" : $"budget {code}{(libelle is null ? "" : $" – {libelle}")}";
}
