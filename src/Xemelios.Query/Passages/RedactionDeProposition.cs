using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Passages;

/// <summary>Writes what was found with the amounts that support it.</summary>
internal sealed class RedactionDeProposition(FaitsDePassage faits, DonneesDePassage donnees, Ajustement ajustement, TableDePassage table)
{
    private readonly ProblemeDePassage _probleme = donnees.Probleme;

    public PropositionDePassage Rediger() => new(table.Siret, faits.Employeur,
        [.. Enumerable.Range(0, donnees.Elements.Count).Select(Ligne)],
        [.. Enumerable.Range(0, faits.Etats.Count).Select(Etat)],
        [.. Enumerable.Range(0, faits.Etats.Count).SelectMany(o => Enumerable.Range(0, donnees.Natures.Count)
            .Where(n => _probleme.Cibles[n][o] != 0 || ajustement.Affectation.Reste(n, o) != 0).Select(n => Nature(n, o)))],
        faits.Sommes.Where(s => !s.DuFichier && s.Code is null).Aggregate(Montant.Zero, (somme, s) => somme + s.Montant));

    private LigneProposee Ligne(int e)
    {
        var element = donnees.Elements[e];
        var n = ajustement.Choix[e];
        var nature = n < 0 ? null : donnees.Natures[n];
        var enVigueur = NatureEnVigueur(element);
        var suite = enVigueur is null ? SuiteDeProposition.Proposee : enVigueur == nature ? SuiteDeProposition.Confirmee : SuiteDeProposition.Differente;
        var appuis = n < 0 ? [] : Enumerable.Range(0, faits.Etats.Count).Where(o => _probleme.Montants[e][o] != 0).Select(o => Appui(e, n, o)).ToList();
        return new LigneProposee(element.Categorie.ToString(), element.Code, element.Libelle, element.Statut, nature,
            nature is null ? null : faits.Libelles.GetValueOrDefault(nature), enVigueur, suite, Raison(e, n), new Montant(_probleme.Montants[e].Sum()), appuis);
    }

    private RaisonDeProposition Raison(int e, int n)
    {
        if (n < 0 || !_probleme.Pese(e))
            return RaisonDeProposition.SansMontant;
        if (ajustement.Ambigus.Contains(e))
            return RaisonDeProposition.Libelle;
        return Enumerable.Range(0, _probleme.Etats).All(o => ajustement.Affectation.Reste(n, o) == 0) ? RaisonDeProposition.SommesExactes : RaisonDeProposition.MoindreEcart;
    }

    private AppuiDeProposition Appui(int e, int n, int o) => new(Mois(o), faits.Etats[o].BudgetCode, new Montant(_probleme.Montants[e][o]),
        new Montant(_probleme.Cibles[n][o]), new Montant(_probleme.Cibles[n][o] - ajustement.Affectation.Reste(n, o)));

    private NatureExpliquee Nature(int n, int o) => new(Mois(o), faits.Etats[o].BudgetCode, donnees.Natures[n], faits.Libelles.GetValueOrDefault(donnees.Natures[n]),
        new Montant(_probleme.Cibles[n][o]), new Montant(_probleme.Cibles[n][o] - ajustement.Affectation.Reste(n, o)));

    // Whole natures, what the files give themselves included: the part of the état, not of what was sought.
    private EtatExplique Etat(int o)
    {
        var etat = faits.Etats[o];
        var proposees = faits.Sommes.Where(s => s is { DuFichier: true, Nature: not null } && s.Etat == etat.Etat).GroupBy(s => s.Nature!)
            .ToDictionary(g => g.Key, g => g.Sum(s => s.Montant.Centimes));
        for (var n = 0; n < donnees.Natures.Count; n++)
            proposees[donnees.Natures[n]] = etat.Cibles.GetValueOrDefault(donnees.Natures[n]).Centimes - ajustement.Affectation.Reste(n, o);
        var enVigueur = faits.Sommes.Where(s => s.Etat == etat.Etat && s.Nature is not null).GroupBy(s => s.Nature!)
            .ToDictionary(g => g.Key, g => g.Sum(s => s.Montant.Centimes));
        return new EtatExplique(Mois(o), etat.BudgetCode, etat.Source, Part(etat.Cibles, proposees),
            etat.Mandats.Count == 0 ? null : Part(etat.Mandats, proposees), Part(etat.Cibles, enVigueur));
    }

    private static PartExpliquee Part(IReadOnlyDictionary<string, Montant> cibles, Dictionary<string, long> sommes) =>
        PartExpliquee.De(cibles.Keys.Union(sommes.Keys).Select(n => (cibles.GetValueOrDefault(n).Centimes, sommes.GetValueOrDefault(n))));

    private MoisDePaye Mois(int o) => MoisDePaye.FromCle(faits.Etats[o].Etat.Periode);

    private string? NatureEnVigueur(ElementDePassage element)
    {
        var rangees = table.Rangees.Where(r => r.Categorie == element.Categorie.ToString() && r.Code == element.Code
            && (r.Debut is null || r.Debut <= table.DernierMois) && (r.Fin is null || r.Fin >= table.DernierMois)).ToList();
        var rangee = rangees.Find(r => r.Statut is not null && r.Statut == element.Statut) ?? rangees.Find(r => r.Statut is null);
        return element.Categorie == Domain.Paye.CategorieDeLigne.Cotisation ? rangee?.NaturePatronale : rangee?.NatureSalariale;
    }
}
