using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Mandats;

namespace Xemelios.Query.Rapprochements;

/// <summary>All the états of a scope with their rapprochement, computed together from a fixed number of statements.</summary>
internal sealed class DossiersDePaye
{
    private readonly Dictionary<CleDEtat, TotauxDEtat> _totaux;
    private readonly ILookup<CleDEtat, VolumeDEtat> _volumes;
    private readonly ILookup<int, SommeDeVolume> _sommes;
    private readonly ILookup<int, NatureConnue> _natures;
    private readonly ILookup<CleDEtat, CleDEtat> _trains;
    private readonly ILookup<(string? Siren, int? Exercice), string> _mandatees;
    private readonly Dictionary<CleDEtat, RepartitionReduite> _repartitions;
    private readonly ILookup<CleDEtat, MandatLie> _mandats;

    private DossiersDePaye(DbConnection connexion, Perimetre perimetre, string? siret, MoisDePaye? mois)
    {
        var faits = new LectureDesFaits(connexion, perimetre, siret, mois);
        _totaux = faits.Totaux().ToDictionary(t => t.Cle);
        _volumes = faits.Volumes().ToLookup(v => v.Cle);
        _sommes = faits.Sommes().ToLookup(s => s.Contenu);
        _natures = faits.Natures().ToLookup(n => n.Employeur);
        var lecture = new LectureDesMandats(connexion, perimetre, [.. _totaux.Values.Select(t => new Siret(t.Siret).Siren).Distinct().Order(StringComparer.Ordinal)]);
        var liensSurs = lecture.LiensSurs();
        MandatsLus = lecture.Lire(tous: false, liensSurs);
        _mandatees = MandatsLus.Where(m => m.EstPaye && m.Compte)
            .SelectMany(m => m.Lignes.Where(l => l.Nature is not null).Select(l => (Cle: (m.Siren, m.Exercice), l.Nature)))
            .ToLookup(x => x.Cle, x => x.Nature!);
        _trains = _totaux.Keys.Where(c => c.Train is not null).ToLookup(c => c.TousTrains);
        _repartitions = _totaux.Keys.Where(c => c.Train is not null).ToDictionary(c => c, Reduire);
        Liens = new LiensDeMandat([.. _totaux.Values.Where(t => t.Cle.Train is not null)], NaturesPayees, Employeurs(connexion), liensSurs).Resoudre(MandatsLus);
        _mandats = Liens.ToLookup(l => l.Etat.TousTrains);
    }

    /// <summary>The mandats that may concern pay, current or not.</summary>
    public IReadOnlyList<MandatLu> MandatsLus { get; }

    public IReadOnlyList<MandatLie> Liens { get; }

    /// <summary>The états, one a train, by SIRET, month, budget and train.</summary>
    public IEnumerable<TotauxDEtat> ParTrain => _totaux.Values.Where(t => t.Cle.Train is not null);

    /// <summary>The états with all trains of a month together.</summary>
    public IEnumerable<TotauxDEtat> ParMois => _totaux.Values.Where(t => t.Cle.Train is null);

    public static DossiersDePaye Charger(DbConnection connexion, Perimetre perimetre, string? siret = null, MoisDePaye? mois = null) =>
        new(connexion, perimetre, siret, mois);

    /// <summary>The état that a question names.</summary>
    /// <exception cref="EtatIntrouvableException">nothing answers.</exception>
    /// <exception cref="BudgetAPreciserException">several budgets, none named.</exception>
    public TotauxDEtat Trouver(DemandeDEtat demande)
    {
        var voulus = ParMois.Where(t => t.Siret == demande.Siret && t.Cle.Periode == demande.Mois.Cle
            && (demande.Budget is null || t.Cle.Budget == CodeBudget.Cle(demande.Budget))).ToList();
        if (voulus.Count > 1)
            throw new BudgetAPreciserException([.. voulus.Select(v => v.BudgetCode)]);
        if (voulus.Count == 0)
            throw new EtatIntrouvableException();
        if (demande.Train is null)
            return Seul(voulus[0]);
        return ParTrain.FirstOrDefault(t => t.Cle.TousTrains == voulus[0].Cle
                && string.Equals(t.TrainNom ?? "", demande.Train.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new EtatIntrouvableException();
    }

    /// <summary>The rapprochement of one train, or of all trains of the month (null train).</summary>
    public Rapprochement Rapprocher(CleDEtat cle)
    {
        var repartition = RepartitionDe(cle);
        return new CalculDuRapprochement(Sommes(cle), repartition, Libelles(cle.Employeur), MandatsDe(cle))
            .Etablir((nombre, statut) => Resumer(cle, repartition, nombre, statut));
    }

    /// <summary>What the lines of an état can be imputed to, beyond their nature.</summary>
    /// <param name="natures">The natures of its lines.</param>
    public ReglesDImputation Regles(CleDEtat cle, bool finJur, IEnumerable<string> natures) => ReglesDImputation.Etablir(
        ChapitresDePaye.Deduire(finJur, natures),
        [.. RepartitionDe(cle).Comptes.SelectMany(c => c.Fonctions)],
        [.. MandatsDe(cle).SelectMany(m => m.Lignes).Where(l => l.Nature is not null)
            .GroupBy(l => (l.Nature, Fonction: string.IsNullOrWhiteSpace(l.Fonction) ? null : l.Fonction.Trim()))
            .Select(g => new PartDeFonction(g.Key.Nature!, g.Key.Fonction, g.Aggregate(Montant.Zero, (somme, l) => somme + l.Montant)))]);

    public EtatDePaye Etat(CleDEtat cle) => Rapprocher(cle).Etat;

    public RepartitionReduite RepartitionDe(CleDEtat cle) =>
        cle.Train is not null ? _repartitions[cle] : RepartitionReduite.Reunir([.. Trains(cle).Select(t => _repartitions[t])]);

    public IReadOnlyDictionary<string, string?> Libelles(int employeur) =>
        _natures[employeur].GroupBy(n => n.Code).ToDictionary(g => g.Key, g => g.Select(n => n.Libelle).FirstOrDefault(l => l is not null));

    // With a single train, the état of the month is the état of that train, and says so.
    private TotauxDEtat Seul(TotauxDEtat mois) => Trains(mois.Cle).ToList() is [var seul] ? _totaux[seul] : mois;

    private IEnumerable<CleDEtat> Trains(CleDEtat cle) => _trains[cle];

    private IEnumerable<VolumeDEtat> Volumes(CleDEtat cle) =>
        cle.Train is not null ? _volumes[cle] : Trains(cle).SelectMany(t => _volumes[t]);

    private List<SommeDeVolume> Sommes(CleDEtat cle) => [.. Volumes(cle).SelectMany(v => _sommes[v.Contenu])];

    private IReadOnlyList<MandatLie> MandatsDe(CleDEtat cle)
    {
        var lies = _mandats[cle.TousTrains];
        return cle.Train is not null
            ? [.. lies.Where(l => l.Etat == cle)]
            : [.. lies.GroupBy(l => (l.Mandat.Id, l.Lignes[0].Rang)).Select(g => g.OrderBy(l => l.Lien).First())];
    }

    private RepartitionReduite Reduire(CleDEtat cle)
    {
        var mandatees = _mandatees[(new Siret(_totaux[cle].Siret).Siren, cle.Periode / 100)].ToHashSet();
        var connues = _natures[cle.Employeur].Select(n => n.Code).ToHashSet();
        var recalcule = _volumes[cle].ToDictionary(v => v.Contenu, v => _sommes[v.Contenu].Aggregate(Montant.Zero, (s, x) => s + x.Montant));
        return RepartitionReduite.Reconnaitre([.. _volumes[cle]], recalcule, mandatees, connues);
    }

    private HashSet<string> NaturesPayees(CleDEtat cle) =>
        [.. Sommes(cle).Select(s => s.Nature).OfType<string>(), .. RepartitionDe(cle).Comptes.Select(c => c.Nature)];

    private EtatDePaye Resumer(CleDEtat cle, RepartitionReduite repartition, int mandats, StatutDeRapprochement statut)
    {
        var t = _totaux[cle];
        var mois = MoisDePaye.FromCle(cle.Periode);
        return new EtatDePaye(t.Siret, t.Nom, t.BudgetCode, mois.Annee, mois.Mois, t.TrainNom, t.Volumes, t.Bulletins, t.Agents, t.Lignes,
            t.Brut, t.Net, t.NetAPayer, Sommes(cle).Aggregate(Montant.Zero, (s, x) => s + x.Cotisations),
            repartition.Resume, mandats, statut, t.BudgetLibelle);
    }

    // Read outside of the perimeter on purpose: to whom a mandat belongs does not depend on who asks.
    private static List<EmployeurConnu> Employeurs(DbConnection connexion) => new Requete(connexion, Perimetre.Complet,
        "SELECT employeur, siret, count(DISTINCT budget) = 1 FROM volume_visible GROUP BY employeur, siret ORDER BY employeur")
        .Lire(r => new EmployeurConnu(r.Entier(), r.TexteSur(), r.Booleen()));
}
