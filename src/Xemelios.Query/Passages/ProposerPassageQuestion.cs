using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Passages;

/// <summary>Proposes a nature for each (catégorie, rubrique, statut) of an employer; null when the employer is not inside the perimeter.</summary>
public sealed record ProposerPassageQuestion(string Siret)
{
    public PropositionDePassage? Executer(DbConnection connexion, Perimetre perimetre)
    {
        if (new TableDePassageQuestion(Siret).Executer(connexion, perimetre) is not { } table)
            return null;
        var faits = new FaitsDePassage(connexion, perimetre, Siret);
        var donnees = new DonneesDePassage(faits);
        var ajustement = new AjustementDePassage(donnees.Probleme).Ajuster();
        return new RedactionDeProposition(faits, donnees, ajustement, table).Rediger();
    }
}

/// <summary>A (catégorie, rubrique, statut) to which a nature is sought.</summary>
internal sealed record ElementDePassage(CategorieDeLigne Categorie, string Code, string? Statut, string? Libelle);

/// <summary>The facts as numbers: elements, natures, états.</summary>
internal sealed class DonneesDePassage
{
    public DonneesDePassage(FaitsDePassage faits)
    {
        var sommes = faits.Sommes.Where(s => !s.DuFichier && s.Code is not null).ToList();
        var groupes = sommes.GroupBy(s => (s.Categorie, s.Code, s.Statut)).ToList();
        Elements = [.. groupes.Select(g => new ElementDePassage(g.Key.Categorie, g.Key.Code!, g.Key.Statut, g.Select(s => s.Libelle).LastOrDefault(l => l is not null)))];
        var deja = faits.Sommes.Where(s => s is { DuFichier: true, Nature: not null }).ToLookup(s => (s.Etat, s.Nature!), s => s.Montant.Centimes);
        Natures = [.. faits.Etats.SelectMany(e => e.Cibles.Keys).Distinct().Order(StringComparer.Ordinal)];
        var montants = groupes.Select(g => ParEtat(faits, o => g.Where(s => s.Etat == o).Sum(s => s.Montant.Centimes))).ToArray();
        var cibles = Natures.Select(n => ParEtat(faits, o => -deja[(o, n)].Sum())).ToArray();
        for (var o = 0; o < faits.Etats.Count; o++)
            for (var n = 0; n < Natures.Count; n++)
                cibles[n][o] += faits.Etats[o].Cibles.GetValueOrDefault(Natures[n]).Centimes;
        var scores = Elements.Select(e => Natures.Select(n =>
            VraisemblanceDeNature.Points(e.Categorie, e.Libelle, e.Statut, n, faits.Libelles.GetValueOrDefault(n))).ToArray()).ToArray();
        var blocs = Enumerable.Range(0, Elements.Count)
            .GroupBy(i => (Elements[i].Categorie, Elements[i].Code, FamillesDeStatut.De(Elements[i].Statut))).Select(g => g.ToArray()).ToArray();
        Probleme = new ProblemeDePassage(montants, cibles, scores, blocs);
    }

    public IReadOnlyList<ElementDePassage> Elements { get; }

    public IReadOnlyList<string> Natures { get; }

    public ProblemeDePassage Probleme { get; }

    private static long[] ParEtat(FaitsDePassage faits, Func<(int, string), long> montant) => [.. faits.Etats.Select(e => montant(e.Etat))];
}
