using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Calendriers;

/// <summary>What was received of a year and what is missing, train by train.</summary>
/// <param name="Annee">Null for the latest that holds an état.</param>
/// <param name="Siret">Null for every employer; which month is the latest does not depend on it.</param>
public sealed record CalendrierQuestion(int? Annee = null, string? Siret = null)
{
    public CalendrierDePaye Executer(DbConnection connexion, Perimetre perimetre)
    {
        var trains = Trains(connexion, perimetre);
        var annees = trains.Select(t => t.Periode / 100).Distinct().OrderDescending().ToList();
        var annee = Annee ?? annees.Select(a => (int?)a).FirstOrDefault() ?? 0;
        if (annees.Count == 0)
            return new CalendrierDePaye(annee, [], []);
        var dossiers = DossiersDePaye.Charger(connexion, perimetre, Siret);
        var cases = new CasesDeCalendrier(dossiers, VolumesManquants.Lire(connexion, perimetre), PiecesDesEtats.Lire(connexion, perimetre));
        var dernier = trains.Max(t => t.Periode);
        var rangs = trains.Where(t => Siret is null || t.Siret == Siret).GroupBy(t => (t.Siret, t.Budget))
            .SelectMany(budget => DuBudget([.. budget], annee, dernier, cases, dossiers))
            .OrderBy(r => r.Employeur ?? r.Siret, StringComparer.CurrentCultureIgnoreCase).ThenBy(r => r.Siret, StringComparer.Ordinal)
            .ThenBy(r => r.Budget, StringComparer.Ordinal).ThenBy(r => r.Train, StringComparer.Ordinal);
        return new CalendrierDePaye(annee, annees, [.. rangs]);
    }

    // A budget that began after the year has no row in it, a train that had ended before neither: the budget itself keeps its first one.
    private static IEnumerable<RangDeCalendrier> DuBudget(IReadOnlyList<TrainConnu> budget, int annee, int dernier, CasesDeCalendrier cases, DossiersDePaye dossiers)
    {
        var payes = budget.Select(t => t.Periode).ToHashSet();
        var noms = dossiers.ParTrain.Where(t => t.Siret == budget[0].Siret && t.Cle.Budget == budget[0].Budget).ToList();
        if (payes.Min() > annee * 100 + 12)
            yield break;
        var trains = budget.GroupBy(t => t.Train).Select(g => (Train: g.Key, Periodes: g.Select(t => t.Periode).ToHashSet())).OrderBy(t => t.Train, StringComparer.Ordinal).ToList();
        var montres = trains.Where(t => t.Periodes.Any(p => p / 100 == annee)).ToList();
        foreach (var (train, periodes) in montres.Count > 0 ? montres : trains[..1])
        {
            var premier = montres.Count == 0 || train == montres[0].Train;
            var nom = noms.LastOrDefault(n => n.Cle.Train == train) ?? noms[^1];
            yield return new RangDeCalendrier(nom.Siret, noms[^1].Nom, nom.BudgetCode, nom.BudgetLibelle, train.Length == 0 ? null : train,
                [.. Enumerable.Range(1, 12).Select(m => annee * 100 + m).Select(p =>
                    periodes.Contains(p) ? cases.Recue(new CleDEtat(nom.Cle.Employeur, p, nom.Cle.Budget, train)) : new CaseDeCalendrier(MoisDePaye.FromCle(p), Absence(p)))]);

            PresenceDEtat Absence(int periode)
            {
                if (!payes.Contains(periode))
                    return premier && periode > payes.Min() && periode <= dernier ? PresenceDEtat.MoisManquant : PresenceDEtat.Aucune;
                return periodes.Min() < periode && periode < periodes.Max() ? PresenceDEtat.TrainAbsent : PresenceDEtat.Aucune;
            }
        }
    }

    private static List<TrainConnu> Trains(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT DISTINCT siret, budget, train, periode FROM volume_visible WHERE NOT entete_seul ORDER BY siret, budget, train, periode
        """).Lire(r => new TrainConnu(r.TexteSur(), r.TexteSur(), r.TexteSur(), r.Entier()));

    private sealed record TrainConnu(string Siret, string Budget, string Train, int Periode);
}
