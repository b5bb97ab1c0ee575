using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The état récapitulatif by imputation (rubrique 2102 of the list of justificatifs): what each account is to be mandated for.</summary>
public sealed record EtatRecapitulatif(
    EtatDePaye Etat, ReglesDImputation Regles, IReadOnlyList<LigneDImputation> Lignes, LigneDImputation Totaux, IReadOnlyList<MandatRapproche> Mandats);

/// <summary>One nature.</summary>
/// <param name="Nature">Null for the lines that have none.</param>
/// <param name="Total">Gross and charges: to be mandated.</param>
/// <param name="Mandate">What the linked mandats have on this nature.</param>
/// <param name="Mandats">Their numbers.</param>
/// <param name="Fonctions">What the répartition, or the mandats, put on each fonction.</param>
public sealed record LigneDImputation(
    string? Chapitre, string? ChapitreLibelle, string? Nature, string? Libelle, Montant Brut, Montant Charges, Montant Total, Montant Mandate,
    IReadOnlyList<string?> Mandats, IReadOnlyList<PartDeFonction> Fonctions)
{
    /// <summary>What the fonctions leave of the total; zero when they say it whole.</summary>
    public Montant HorsFonctions => Total - Fonctions.Aggregate(Montant.Zero, (somme, f) => somme + f.Montant);
}

/// <summary>Sums an état by chapitre and nature, beside its mandats.</summary>
public sealed record EtatRecapitulatifQuestion(DemandeDEtat Demande)
{
    public EtatRecapitulatif Executer(DbConnection connexion, Perimetre perimetre)
    {
        var etat = EtatOuvert.Ouvrir(connexion, perimetre, Demande);
        var rapproches = etat.Rapprochement.Lignes.ToDictionary(l => l.Nature);
        var recalcules = etat.Faits.Rubriques.GroupBy(f => f.Nature).Select(g => (Nature: g.Key, Sommes: SommesDeLignes.Somme(g)))
            .Where(x => x.Sommes.Brut != Montant.Zero || x.Sommes.Cotisations != Montant.Zero).ToList();
        // A nature that is mandated without any pay has its row: the mandats are whole too.
        var natures = recalcules.Select(x => x.Nature).Union(rapproches.Values.Where(l => l.Mandate != Montant.Zero).Select(l => l.Nature));
        var sommes = recalcules.ToLookup(x => x.Nature, x => x.Sommes);
        var lignes = natures.Select(n => Ligne(etat, n, sommes[n].FirstOrDefault(), n is null ? null : rapproches.GetValueOrDefault(n)))
            .OrderBy(l => l.Chapitre is null).ThenBy(l => l.Chapitre, StringComparer.Ordinal).ThenBy(l => l.Nature is null).ThenBy(l => l.Nature, StringComparer.Ordinal).ToList();
        return new EtatRecapitulatif(etat.Etat, etat.Regles, lignes, Totaliser(null, lignes), etat.Rapprochement.Mandats);
    }

    /// <summary>The sum of some rows.</summary>
    public static LigneDImputation Totaliser(string? chapitre, IReadOnlyCollection<LigneDImputation> lignes) => new(
        chapitre, null, null, null, Somme(lignes, l => l.Brut), Somme(lignes, l => l.Charges), Somme(lignes, l => l.Total), Somme(lignes, l => l.Mandate),
        [.. lignes.SelectMany(l => l.Mandats).Distinct()], []);

    private static LigneDImputation Ligne(EtatOuvert etat, string? nature, SommesDeLignes sommes, LigneRapprochee? rapprochee)
    {
        var chapitre = ChapitresDePaye.Trouver(nature, etat.Regles.Nomenclature);
        return new LigneDImputation(chapitre?.Code, chapitre?.Libelle, nature, rapprochee?.Libelle, sommes.Brut, sommes.Cotisations, sommes.Brut + sommes.Cotisations,
            rapprochee?.Mandate ?? Montant.Zero, rapprochee?.Mandats ?? [],
            [.. etat.Regles.Parts.Where(p => p.Nature == nature).OrderBy(p => p.Fonction is null).ThenBy(p => p.Fonction, StringComparer.Ordinal)]);
    }

    private static Montant Somme(IEnumerable<LigneDImputation> lignes, Func<LigneDImputation, Montant> colonne) =>
        lignes.Aggregate(Montant.Zero, (somme, l) => somme + colonne(l));
}
