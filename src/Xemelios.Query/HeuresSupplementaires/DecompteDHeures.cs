using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>Counts hours by agent, month and rate from the lines of a month and from those of other files for the same months.</summary>
internal sealed class DecompteDHeures
{
    private readonly MoisDePaye _mois;
    private readonly Dictionary<int, ChoixDuChamp> _champs;
    private readonly ILookup<(string?, int?), LigneDHeures> _lignes;
    private readonly ILookup<(string?, int?), LigneDHeures> _autres;

    public DecompteDHeures(MoisDePaye mois, IReadOnlyCollection<LigneDHeures> lignes, IReadOnlyCollection<LigneDHeures> autres)
    {
        _mois = mois;
        // The month decides for its rubriques; those that only other files pay are decided on these.
        _champs = lignes.GroupBy(l => l.Rubrique).ToDictionary(g => g.Key, g => ChoixDuChamp.De([.. g]));
        foreach (var rubrique in autres.GroupBy(l => l.Rubrique))
            _champs.TryAdd(rubrique.Key, ChoixDuChamp.De([.. rubrique]));
        _lignes = lignes.ToLookup(l => (l.Matricule, l.Cle));
        _autres = autres.ToLookup(l => (l.Matricule, l.Cle));
        Rubriques = [.. lignes.GroupBy(l => l.Rubrique).Select(g => Rubrique([.. g]))
            .OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Libelle, StringComparer.Ordinal)];
    }

    public IReadOnlyList<RubriqueDHeures> Rubriques { get; }

    public HeuresDUnAgent Agent(HeuresDeclareesDUnAgent declare)
    {
        var lignes = _lignes[(declare.Matricule, declare.Cle)].ToList();
        var autres = declare.Matricule is null ? [] : _autres[(declare.Matricule, null)].ToList();
        var mois = lignes.GroupBy(l => l.Periode)
            .OrderBy(g => g.Key.Rappel).ThenByDescending(g => g.Key.Fin?.Cle ?? 0).ThenByDescending(g => g.Key.Debut?.Cle ?? 0)
            .Select(g => Mois(g.Key, [.. g], autres)).ToList();
        var ensuite = Heures(autres.Where(l => l.Periode.Seul == _mois));
        var duMois = mois.Where(m => !m.Rappel).Sum(m => m.Heures);
        return new HeuresDUnAgent(declare.Matricule, declare.Nom, declare.Heures, Heures(lignes), Somme(lignes), ParTaux(lignes), declare.Prenom)
        {
            Mois = mois, HeuresDuMois = duMois, HeuresDeRappel = mois.Where(m => m.Rappel).Sum(m => m.Heures), HeuresPayeesEnsuite = ensuite,
            AuDela = AuDela(duMois + ensuite), LignesSansHeures = lignes.Count(l => Heures(l) is null), Bulletins = declare.Lieux,
        };
    }

    private MoisDHeures Mois(PeriodePayee periode, List<LigneDHeures> lignes, List<LigneDHeures> autres)
    {
        var heures = Heures(lignes);
        decimal? cumul = periode.Seul is { } seul ? heures + Heures(autres.Where(l => l.Periode.Seul == seul)) : null;
        return new MoisDHeures(periode.Debut, periode.Fin, periode.Rappel, heures, Somme(lignes), cumul, AuDela(cumul ?? 0), ParTaux(lignes));
    }

    private List<HeuresParTaux> ParTaux(IEnumerable<LigneDHeures> lignes) => [.. lignes.GroupBy(l => l.Taux)
        .OrderBy(g => g.Key is null).ThenBy(g => g.Key).Select(g => new HeuresParTaux(g.Key, Heures(g), Somme(g)))];

    private RubriqueDHeures Rubrique(List<LigneDHeures> lignes)
    {
        var (premiere, choix) = (lignes[0], _champs[lignes[0].Rubrique]);
        return new RubriqueDHeures(premiere.Categorie.ToString(), premiere.Code, premiere.Libelle, choix.Champ, choix.Motif,
            lignes.Count, choix.LignesVerifiees, Heures(lignes), Somme(lignes));
    }

    private decimal Heures(IEnumerable<LigneDHeures> lignes) => lignes.Sum(l => Heures(l) ?? 0);

    private decimal? Heures(LigneDHeures ligne) => _champs[ligne.Rubrique].Heures(ligne);

    private static decimal AuDela(decimal heures) => Math.Max(0, heures - HeuresDuMois.Contingent);

    private static Montant Somme(IEnumerable<LigneDHeures> lignes) =>
        lignes.Aggregate(Montant.Zero, (somme, l) => somme + (l.Montant ?? Montant.Zero));
}
