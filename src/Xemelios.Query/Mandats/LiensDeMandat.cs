using System.Text.RegularExpressions;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Mandats;

/// <summary>Some lines of a mandat counted for an état; a null train counts in the view of all trains only.</summary>
internal sealed record MandatLie(MandatLu Mandat, IReadOnlyList<LigneLue> Lignes, CleDEtat Etat, LienDeMandat Lien, string? Corrige);

/// <summary>An employer of the store.</summary>
internal sealed record EmployeurConnu(int Id, string Siret, bool BudgetUnique)
{
    public string Siren => new Siret(Siret).Siren;
}

/// <summary>Links mandats to états, by the first rule that holds: reference, RefCompta, then proposal (PES page §11).</summary>
/// <param name="etats">The états of the scope, one a train.</param>
/// <param name="natures">The natures that an état pays, recomputed or of its répartition.</param>
/// <param name="employeurs">Every employer of the store, whatever the scope and the perimeter: the same mandat goes to the same état for all.</param>
internal sealed class LiensDeMandat(
    IReadOnlyCollection<TotauxDEtat> etats, Func<CleDEtat, IReadOnlySet<string>> natures, IReadOnlyCollection<EmployeurConnu> employeurs,
    IReadOnlyCollection<LienSur> liensSurs)
{
    private readonly ILookup<int, LienSur> _liensSurs = liensSurs.ToLookup(l => l.Mandat);
    private readonly ILookup<(int, string?), TotauxDEtat> _etatsDuMois = etats.ToLookup(e => (e.Cle.Periode, (string?)new Siret(e.Siret).Siren));

    private readonly HashSet<int> _budgetUnique = [.. employeurs.Where(e => e.BudgetUnique).Select(e => e.Id)];
    private readonly Dictionary<int, string> _siretDe = employeurs.ToDictionary(e => e.Id, e => e.Siret);
    private readonly HashSet<string> _sirets = [.. employeurs.Select(e => e.Siret)];
    private readonly HashSet<string> _sirensSeuls = [.. employeurs.GroupBy(e => e.Siren).Where(g => g.Count() == 1).Select(g => g.Key)];

    /// <summary>Every link of the mandats that count. A correction follows, line by line, the mandat that it corrects.</summary>
    public IReadOnlyList<MandatLie> Resoudre(IReadOnlyCollection<MandatLu> mandats)
    {
        var comptes = mandats.Where(m => m.Compte).ToList();
        var liens = comptes.ToDictionary(m => m.Id, Propres);
        var origines = comptes.Where(m => m.TypeBordereau == "01")
            .ToLookup(m => (m.IdColl, m.Budget, m.Exercice, m.Numero?.TrimStart('0')));
        return [.. comptes.SelectMany(m => m.Lignes
            .GroupBy(l => m.TypeBordereau == "02" && l.OrigineMandat is not null
                ? origines[(m.IdColl, m.Budget, l.OrigineExercice ?? m.Exercice, l.OrigineMandat)].FirstOrDefault()
                : null)
            .SelectMany(g => liens[(g.Key ?? m).Id].Select(l => new MandatLie(m, [.. g], l.Etat, l.Lien, g.Key?.Numero))))];
    }

    private IReadOnlyList<(CleDEtat Etat, LienDeMandat Lien)> Propres(MandatLu mandat)
    {
        var surs = _liensSurs[mandat.Id].GroupBy(l => l.Reference).SelectMany(g => Meilleurs(mandat, [.. g])).ToList();
        var references = surs.Where(l => l.Regle < 4).Select(l => l.Etat).Distinct().ToList();
        if (references.Count > 0)
            return [.. references.Select(e => (e, LienDeMandat.Pjref))];
        var comptables = surs.Select(l => l.Etat).Distinct().ToList();
        return comptables.Count > 0 ? [.. comptables.Select(e => (e, LienDeMandat.Refcompta))] : Proposer(mandat);
    }

    // Names come back at every établissement and every month: the mandat's own come first, or it leads nowhere.
    private IReadOnlyList<LienSur> Meilleurs(MandatLu mandat, IReadOnlyList<LienSur> liens)
    {
        var regle = liens.Min(l => l.Regle);
        var meilleurs = liens.Where(l => l.Regle == regle).ToList();
        if (regle is 2 or 3 && meilleurs.Exists(l => _siretDe[l.Etat.Employeur] == mandat.IdColl))
            meilleurs.RemoveAll(l => _siretDe[l.Etat.Employeur] != mandat.IdColl);
        if (regle is 1 or 4 || meilleurs.Select(l => l.Etat.TousTrains).Distinct().Count() == 1)
            return meilleurs;
        var mois = MoisDuMandat.De(mandat)?.Cle;
        return [.. meilleurs.Where(l => l.Etat.Periode == mois)];
    }

    private IReadOnlyList<(CleDEtat Etat, LienDeMandat Lien)> Proposer(MandatLu mandat)
    {
        // A correction goes where its origin goes: while that one is unknown, it waits.
        if (mandat.TypeBordereau == "02" || !mandat.EstPaye || mandat.IdColl is null || MoisDuMandat.De(mandat) is not { } mois)
            return [];
        var duMois = DuMeme(_etatsDuMois[(mois.Cle, mandat.Siren)], mandat);
        var budget = duMois.Where(e => e.Cle.Budget == mandat.Budget).ToList();
        if (budget.Count == 0)
            budget = [.. duMois.Where(e => e.Cle.Budget.Length == 0 || _budgetUnique.Contains(e.Cle.Employeur))];
        if (budget.Select(e => e.Cle.TousTrains).Distinct().Count() != 1)
            return [];
        return [(DuTrain(mandat, budget)?.Cle ?? budget[0].Cle.TousTrains, LienDeMandat.Propose)];
    }

    // The same SIRET; the SIREN stands for it only when it can be no one else's.
    private IReadOnlyList<TotauxDEtat> DuMeme(IEnumerable<TotauxDEtat> etats, MandatLu mandat)
    {
        if (_sirets.Contains(mandat.IdColl!))
            return [.. etats.Where(e => e.Siret == mandat.IdColl)];
        return _sirensSeuls.Contains(mandat.Siren!) ? [.. etats] : [];
    }

    private TotauxDEtat? DuTrain(MandatLu mandat, IReadOnlyList<TotauxDEtat> trains)
    {
        if (trains.Count == 1)
            return trains[0];
        var objet = MoisDuMandat.Plier(mandat.Objet);
        var nommes = trains.Where(t => t.TrainNom is { } nom && Nomme(objet, MoisDuMandat.Plier(nom.Trim()))).ToList();
        if (nommes.Count == 1)
            return nommes[0];
        var demandees = mandat.Lignes.Select(l => l.Nature ?? "").ToHashSet();
        var payeurs = trains.Where(t => demandees.IsSubsetOf(natures(t.Cle))).ToList();
        return payeurs.Count == 1 ? payeurs[0] : null;
    }

    private static bool Nomme(string objet, string train) =>
        train.Length > 0 && Regex.IsMatch(objet, $@"(?<!\w){Regex.Escape(train)}(?!\w)", RegexOptions.None, TimeSpan.FromSeconds(1));
}
