using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Graphiques;

/// <summary>How far the mandats are from the pay, month after month: what the screen of the rapprochement says of each.</summary>
/// <param name="Budget">Its code, any spelling; "" for what has none, null for all.</param>
public sealed record EcartsQuestion(string Siret, string? Budget = null)
{
    public EcartsDansLeTemps Executer(DbConnection connexion, Perimetre perimetre)
    {
        var dossiers = DossiersDePaye.Charger(connexion, perimetre, Siret);
        return new EcartsDansLeTemps([.. dossiers.ParMois
            .Where(t => Budget is null || t.Cle.Budget == CodeBudget.Cle(Budget)).GroupBy(t => t.Cle.Periode).OrderByDescending(g => g.Key)
            .Take(MasseSalarialeQuestion.PlusDeMois).OrderBy(g => g.Key).Select(g => DuMois(MoisDePaye.FromCle(g.Key), [.. g.Select(t => dossiers.Rapprocher(t.Cle))]))]);
    }

    private static EcartsDuMois DuMois(MoisDePaye mois, IReadOnlyList<Rapprochement> etats)
    {
        var possibles = etats.Where(e => e.Statut != StatutDeRapprochement.SansMandat).ToList();
        var lignes = possibles.SelectMany(e => e.Lignes).Where(l => l.Statut != StatutDeLigne.Conforme).ToList();
        return new EcartsDuMois(
            mois, etats.Count, possibles.Count, lignes.Count,
            possibles.Count == 0 ? null : lignes.Aggregate(Montant.Zero, (somme, l) => somme + (l.EcartMandat.Centimes < 0 ? -l.EcartMandat : l.EcartMandat)),
            etats is [var seul] ? CodeBudget.Cle(seul.Etat.Budget) : null);
    }
}

/// <summary>The months, in order.</summary>
public sealed record EcartsDansLeTemps(IReadOnlyList<EcartsDuMois> Mois);

/// <summary>One month: its budgets, all trains together.</summary>
/// <param name="Rapproches">Those that have mandats to be set against.</param>
/// <param name="Natures">That differ, over all of them.</param>
/// <param name="Montant">Σ of the differences without their sign, so that none hides another; null when nothing can be set against the pay.</param>
/// <param name="Budget">The only one of the month; null when there are several.</param>
public sealed record EcartsDuMois(MoisDePaye Mois, int Etats, int Rapproches, int Natures, Montant? Montant, string? Budget);
