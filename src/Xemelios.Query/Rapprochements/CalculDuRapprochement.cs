using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Mandats;

namespace Xemelios.Query.Rapprochements;

/// <summary>Sets recomputed, répartition and mandated amounts side by side for one view of an état.</summary>
/// <param name="sommes">Gross and employer sums of the files of the état.</param>
/// <param name="libelles">Labels of the employer's natures.</param>
/// <param name="mandats">The mandats that count for this view, each line once.</param>
internal sealed class CalculDuRapprochement(
    IReadOnlyCollection<SommeDeVolume> sommes, RepartitionReduite repartition,
    IReadOnlyDictionary<string, string?> libelles, IReadOnlyList<MandatLie> mandats)
{
    private readonly Dictionary<string, CompteReparti> _comptes = repartition.Comptes.ToDictionary(c => c.Nature);
    private readonly Dictionary<string, Montant> _recalcule = sommes.Where(s => s.Nature is not null)
        .GroupBy(s => s.Nature!).ToDictionary(g => g.Key, g => Somme(g.Select(s => s.Montant)));
    private readonly ILookup<string, (string? Numero, Montant Montant)> _mandate = mandats
        .SelectMany(m => m.Lignes.Select(l => (Nature: l.Nature ?? "", m.Mandat.Numero, l.Montant)))
        .ToLookup(l => l.Nature, l => (l.Numero, l.Montant));

    private bool Repartie => repartition.Mode != ModeDeRepartition.Absente;

    /// <summary>The mandats are set against the lines when all have a nature, else against the répartition when there is one.</summary>
    private Reference Reference =>
        Repartie && sommes.Any(s => s.Nature is null && s.LignesNonNulles > 0) ? Reference.Repartition : Reference.Recalcule;

    public Rapprochement Etablir(Func<int, StatutDeRapprochement, EtatDePaye> etat)
    {
        var lignes = _recalcule.Keys.Union(_comptes.Keys).Union(_mandate.Select(m => m.Key))
            .Order(StringComparer.Ordinal).Select(Ligne).ToList();
        var reste = Reste();
        var rapproches = Mandats();
        var statut = Statut(lignes, reste, rapproches.Count);
        return new Rapprochement(etat(rapproches.Count, statut), lignes, reste, Totaux(lignes), rapproches, statut, StatutDeLaRepartition(lignes), Reference);
    }

    private LigneRapprochee Ligne(string nature)
    {
        var recalcule = _recalcule.GetValueOrDefault(nature);
        var compte = _comptes.GetValueOrDefault(nature);
        Montant? reparti = Repartie ? compte?.Montant ?? Montant.Zero : null;
        var mandate = Somme(_mandate[nature].Select(m => m.Montant));
        var reference = Reference == Reference.Repartition ? reparti!.Value : recalcule;
        return new LigneRapprochee(nature, libelles.GetValueOrDefault(nature) ?? compte?.Libelle, recalcule, reparti, mandate,
            reparti - recalcule, mandate - reference, StatutDeLaLigne(reference, mandate),
            [.. _mandate[nature].Select(m => m.Numero).Distinct()], compte?.Retenues);
    }

    private static StatutDeLigne StatutDeLaLigne(Montant reference, Montant mandate)
    {
        if (mandate == reference)
            return StatutDeLigne.Conforme;
        if (mandate == Montant.Zero)
            return StatutDeLigne.NonMandate;
        return reference == Montant.Zero ? StatutDeLigne.MandateSansPaye : StatutDeLigne.Ecart;
    }

    // What has no nature is not known to be mandated: an état that keeps some is never said to conform to its lines.
    private StatutDeRapprochement Statut(List<LigneRapprochee> lignes, NonAttribue reste, int nombre)
    {
        if (nombre == 0)
            return StatutDeRapprochement.SansMandat;
        var incertain = Reference == Reference.Recalcule && reste.Rubriques.Any(r => r.Montant != Montant.Zero);
        return incertain || lignes.Exists(l => l.EcartMandat != Montant.Zero) ? StatutDeRapprochement.Ecart : StatutDeRapprochement.Conforme;
    }

    private StatutDeRepartition StatutDeLaRepartition(List<LigneRapprochee> lignes)
    {
        if (!Repartie)
            return StatutDeRepartition.Absente;
        return lignes.TrueForAll(l => l.EcartRepartition == Montant.Zero) ? StatutDeRepartition.Conforme : StatutDeRepartition.Ecart;
    }

    private NonAttribue Reste()
    {
        var rubriques = sommes.Where(s => s.Nature is null)
            .GroupBy(s => (s.Categorie, s.Code, s.Libelle))
            .OrderBy(g => g.Key.Categorie).ThenBy(g => g.Key.Code, StringComparer.Ordinal).ThenBy(g => g.Key.Libelle, StringComparer.Ordinal)
            .Select(g => new RubriqueNonAttribuee(((CategorieDeLigne)g.Key.Categorie).ToString(), g.Key.Code, g.Key.Libelle,
                g.Sum(s => s.Lignes), Somme(g.Select(s => s.Montant))))
            .ToList();
        return new NonAttribue(Somme(rubriques.Select(r => r.Montant)), rubriques);
    }

    private TotauxRapproches Totaux(List<LigneRapprochee> lignes) => new(
        Somme(lignes.Select(l => l.Recalcule)), repartition.Total, Somme(lignes.Select(l => l.Mandate)),
        Repartie ? Somme(lignes.Select(l => l.EcartRepartition!.Value)) : null, Somme(lignes.Select(l => l.EcartMandat)));

    private List<MandatRapproche> Mandats() =>
    [
        .. mandats.GroupBy(m => m.Mandat.Id).Select(g => (g.First().Mandat, Liens: g.ToList())).Select(m => new MandatRapproche(
            m.Mandat.Numero, m.Mandat.Bordereau, m.Mandat.Exercice, m.Mandat.NaturePiece,
            Somme(m.Liens.SelectMany(l => l.Lignes).Select(l => l.Montant)), m.Liens.Min(l => l.Lien),
            m.Mandat.Id, m.Mandat.TypeBordereau, m.Mandat.Objet, m.Liens.Select(l => l.Corrige).FirstOrDefault(c => c is not null))),
    ];

    private static Montant Somme(IEnumerable<Montant> montants) => montants.Aggregate(Montant.Zero, (a, b) => a + b);
}
