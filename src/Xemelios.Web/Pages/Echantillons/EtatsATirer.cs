using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Web.Components;
using Xemelios.Web.Pages.EtatsLiquidatifs;

namespace Xemelios.Web.Pages.Echantillons;

/// <summary>The états of an employer that a plan can be drawn from, the last month first: each train, and all of them together where a month has several.</summary>
public static class EtatsATirer
{
    /// <returns>By the key that a form gives back.</returns>
    public static IReadOnlyDictionary<string, (DemandeDEtat Demande, string Nom)> Lister(IEnumerable<EtatDePaye> etats) => etats
        .GroupBy(e => (e.Siret, Budget: CodeBudget.Cle(e.Budget), Mois: new MoisDePaye(e.Annee, e.Mois)))
        .OrderByDescending(g => g.Key.Mois.Cle).ThenBy(g => g.Key.Budget, StringComparer.Ordinal)
        .SelectMany(g => g.Count() == 1
            ? [De(g.First(), null, "")]
            : g.Select(e => De(e, e.Train ?? "", e.Train is null ? ", train principal" : $", train {e.Train}")).Prepend(De(g.First(), null, ", tous trains")))
        .ToDictionary(e => e.Cle, e => (e.Demande, e.Nom), StringComparer.Ordinal);

    private static (string Cle, DemandeDEtat Demande, string Nom) De(EtatDePaye etat, string? train, string suite)
    {
        var demande = new DemandeDEtat(etat.Siret, new MoisDePaye(etat.Annee, etat.Mois), CodeBudget.Cle(etat.Budget), train);
        return ($"{demande.Budget}|{demande.Mois}|{train ?? "*"}", demande, $"{FormatFrancais.Mois(etat.Annee, etat.Mois)}, {MotsDeLEtat.Budget(etat, court: true)}{suite}");
    }
}
