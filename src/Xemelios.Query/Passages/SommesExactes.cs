namespace Xemelios.Query.Passages;

/// <summary>Finds the rubriques whose amounts make the amount of a nature to the cent in every état, by meeting two halves of their subsets.</summary>
internal sealed class SommesExactes
{
    private const int BlocsMax = 34, SolutionsMax = 100;
    private readonly ProblemeDePassage _probleme;
    private readonly EmpreintesDeMontants _empreintes;
    private readonly long[][] _montants;
    private readonly int[][] _scores;
    private readonly int _ignore;

    /// <param name="ignore">An état that need not be exact; −1 for none.</param>
    public SommesExactes(ProblemeDePassage probleme, int ignore = -1)
    {
        (_probleme, _ignore) = (probleme, ignore);
        _empreintes = new EmpreintesDeMontants(probleme.Etats, ignore, 2026);
        _montants = [.. probleme.Blocs.Select(Somme)];
        _scores = [.. probleme.Blocs.Select(b => Enumerable.Range(0, probleme.Natures).Select(n =>
            b.All(e => probleme.Convient(e, n)) ? b.Sum(e => probleme.Scores[e][n]) : -1).ToArray())];
    }

    /// <summary>The natures that sums decide, besides those decided already; −1 for the elements that they leave open.</summary>
    public int[] Decider(IReadOnlyList<int>? deja = null)
    {
        var choix = deja is null ? Enumerable.Repeat(-1, _probleme.Elements).ToArray() : [.. deja];
        var restants = Enumerable.Range(0, _montants.Length)
            .Where(b => choix[_probleme.Blocs[b][0]] < 0 && Array.Exists(_montants[b], m => m != 0)).ToList();
        var natures = Enumerable.Range(0, _probleme.Natures).Where(n => !choix.Contains(n) && Array.Exists(_probleme.Cibles[n], m => m != 0)).ToList();
        while (natures.Count > 0 && restants.Count > 0)
        {
            var trouvees = natures.Select(n => (Nature: n, Solutions: Chercher(n, restants))).Where(x => x.Solutions.Count > 0).ToList();
            var seules = trouvees.Where(x => x.Solutions.Count == 1).ToList();
            // Nothing is certain any more: the most likely of what is possible.
            var retenues = seules.Count > 0 ? seules : [.. trouvees.OrderBy(x => x.Solutions.Count).Take(1)];
            if (retenues.Count == 0)
                break;
            foreach (var (nature, solutions) in retenues)
                Retenir(nature, PlusVraisemblable(nature, solutions), natures, restants, choix);
        }

        return choix;
    }

    private void Retenir(int nature, List<int> solution, List<int> natures, List<int> restants, int[] choix)
    {
        natures.Remove(nature);
        if (!solution.TrueForAll(restants.Contains))
            return;
        restants.RemoveAll(solution.Contains);
        foreach (var element in solution.SelectMany(b => _probleme.Blocs[b]))
            choix[element] = nature;
    }

    private List<int> PlusVraisemblable(int nature, List<List<int>> solutions) =>
        solutions.MaxBy(s => s.Sum(b => 1000L * _scores[b][nature] / _probleme.Blocs[b].Length) / s.Count)!;

    private List<List<int>> Chercher(int nature, List<int> restants)
    {
        var candidats = restants.Where(b => _scores[b][nature] >= 0).ToList();
        if (candidats.Count > BlocsMax)
            candidats = [.. candidats.Where(b => _scores[b].Count(s => s > _scores[b][nature]) < 3)];
        if (candidats.Count is 0 or > BlocsMax)
            return [];
        var moitie = candidats.Count / 2;
        var (a, b) = (candidats[..moitie], candidats[moitie..]);
        var (deA, deB) = (Sommes(a), Sommes(b));
        var parSomme = new Dictionary<ulong, List<int>>(deA.Length);
        for (var masque = 0; masque < deA.Length; masque++)
        {
            if (!parSomme.TryGetValue(deA[masque], out var masques))
                parSomme[deA[masque]] = masques = new List<int>(1);
            masques.Add(masque);
        }

        var cible = _empreintes.De(_probleme.Cibles[nature]);
        var solutions = new List<List<int>>();
        for (var masque = 0; masque < deB.Length && solutions.Count < SolutionsMax; masque++)
            if (parSomme.TryGetValue(unchecked(cible - deB[masque]), out var memes))
                solutions.AddRange(memes.Select(m => Elements(a, m).Concat(Elements(b, masque)).ToList()).Where(s => EstExacte(s, nature)));
        return solutions;
    }

    private ulong[] Sommes(List<int> blocs)
    {
        var sommes = new ulong[1 << blocs.Count];
        for (var i = 0; i < blocs.Count; i++)
        {
            var empreinte = _empreintes.De(_montants[blocs[i]]);
            for (var masque = 0; masque < 1 << i; masque++)
                sommes[masque | (1 << i)] = unchecked(sommes[masque] + empreinte);
        }

        return sommes;
    }

    private bool EstExacte(List<int> blocs, int nature) =>
        Enumerable.Range(0, _probleme.Etats).All(o => o == _ignore || blocs.Sum(b => _montants[b][o]) == _probleme.Cibles[nature][o]);

    private static IEnumerable<int> Elements(List<int> blocs, int masque) => blocs.Where((_, i) => (masque >> i & 1) == 1);

    private long[] Somme(int[] bloc)
    {
        var somme = new long[_probleme.Etats];
        foreach (var element in bloc)
            for (var o = 0; o < somme.Length; o++)
                somme[o] += _probleme.Montants[element][o];
        return somme;
    }
}
