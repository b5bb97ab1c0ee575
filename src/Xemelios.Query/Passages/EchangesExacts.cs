namespace Xemelios.Query.Passages;

/// <summary>Finds the few moves that, together, leave nothing: what moving elements one by one never finds, each move making it worse alone.</summary>
internal sealed class EchangesExacts
{
    private const int MouvementsPourTrois = 1500, MouvementsPourQuatre = 700;
    private readonly ProblemeDePassage _probleme;
    private readonly EmpreintesDeMontants[] _empreintes;   // one a nature

    /// <param name="ignore">An état that need not be exact; −1 for none.</param>
    public EchangesExacts(ProblemeDePassage probleme, int ignore = -1)
    {
        _probleme = probleme;
        _empreintes = [.. Enumerable.Range(0, probleme.Natures).Select(n => new EmpreintesDeMontants(probleme.Etats, ignore, 7_919UL * (ulong)(n + 1)))];
        Ignore = ignore;
    }

    private int Ignore { get; }

    /// <summary>Applies at most four moves that leave less; false when there are none.</summary>
    public bool Reparer(Affectation affectation, bool jusquAQuatre)
    {
        var ouvertes = Enumerable.Range(0, _probleme.Natures)
            .Where(n => Enumerable.Range(0, _probleme.Etats).Any(o => o != Ignore && affectation.Reste(n, o) != 0)).ToHashSet();
        if (ouvertes.Count < 2)
            return false;
        var mouvements = Mouvements(affectation, ouvertes.Contains);
        var avant = affectation.Cout;
        foreach (var combinaison in Combinaisons(mouvements, Cible(affectation), jusquAQuatre))
        {
            var retour = combinaison.Select(m => (m.Element, De: affectation.Choix[m.Element])).ToList();
            foreach (var m in combinaison)
                affectation.Deplacer(m.Element, m.Vers);
            if (affectation.Cout < avant)
                return true;
            foreach (var (element, de) in retour)
                affectation.Deplacer(element, de);
        }

        return false;
    }

    /// <summary>Exchanges that leave as much and whose words suit better; the elements that some exchange could move are returned.</summary>
    public HashSet<int> Departager(Affectation affectation)
    {
        var ambigus = new HashSet<int>();
        for (var change = true; change;)
        {
            change = false;
            foreach (var (a, b) in Nuls(Mouvements(affectation, _ => true)))
            {
                ambigus.UnionWith([a.Element, b.Element]);
                if (Score(affectation, a) + Score(affectation, b) <= 0)
                    continue;
                affectation.Deplacer(a.Element, a.Vers);
                affectation.Deplacer(b.Element, b.Vers);
                change = true;
                break;
            }
        }

        return ambigus;
    }

    private sealed record Mouvement(int Element, int Vers, ulong Effet);

    private int Score(Affectation affectation, Mouvement m) =>
        _probleme.Scores[m.Element][m.Vers] - _probleme.Scores[m.Element][affectation.Choix[m.Element]];

    private ulong Cible(Affectation affectation)
    {
        var somme = 0UL;
        for (var n = 0; n < _probleme.Natures; n++)
            somme = unchecked(somme - _empreintes[n].De([.. Enumerable.Range(0, _probleme.Etats).Select(o => affectation.Reste(n, o))]));
        return somme;
    }

    private List<Mouvement> Mouvements(Affectation affectation, Func<int, bool> ouverte)
    {
        var mouvements = new List<Mouvement>();
        for (var e = 0; e < _probleme.Elements; e++)
        {
            if (affectation.Choix[e] is not (>= 0 and var de) || !ouverte(de) || !_probleme.Pese(e))
                continue;
            for (var n = 0; n < _probleme.Natures; n++)
                if (n != de && ouverte(n) && _probleme.Convient(e, n))
                    mouvements.Add(new Mouvement(e, n, unchecked(_empreintes[de].De(_probleme.Montants[e]) - _empreintes[n].De(_probleme.Montants[e]))));
        }

        return mouvements;
    }

    private static IEnumerable<(Mouvement, Mouvement)> Nuls(List<Mouvement> mouvements)
    {
        var parEffet = mouvements.ToLookup(m => m.Effet);
        return mouvements.SelectMany(a => parEffet[unchecked(0UL - a.Effet)].Where(b => b.Element > a.Element).Select(b => (a, b)));
    }

    private static IEnumerable<List<Mouvement>> Combinaisons(List<Mouvement> m, ulong cible, bool jusquAQuatre)
    {
        var seuls = m.ToLookup(x => x.Effet);
        foreach (var x in seuls[cible])
            yield return [x];
        if (m.Count > MouvementsPourTrois)
            yield break;
        foreach (var x in m)
        foreach (var y in seuls[unchecked(cible - x.Effet)].Where(y => y.Element > x.Element))
            yield return [x, y];
        for (var i = 0; i < m.Count; i++)
        for (var j = i + 1; j < m.Count; j++)
            foreach (var z in seuls[unchecked(cible - m[i].Effet - m[j].Effet)])
                if (Differents(m[i], m[j], z))
                    yield return [m[i], m[j], z];
        if (!jusquAQuatre || m.Count > MouvementsPourQuatre)
            yield break;
        var paires = new Dictionary<ulong, (int, int)>(m.Count * m.Count / 2);
        for (var i = 0; i < m.Count; i++)
        for (var j = i + 1; j < m.Count; j++)
        {
            var somme = unchecked(m[i].Effet + m[j].Effet);
            if (paires.TryGetValue(unchecked(cible - somme), out var autre) && Differents(m[i], m[j], m[autre.Item1], m[autre.Item2]))
                yield return [m[i], m[j], m[autre.Item1], m[autre.Item2]];
            paires.TryAdd(somme, (i, j));
        }
    }

    private static bool Differents(params ReadOnlySpan<Mouvement> mouvements)
    {
        for (var i = 0; i < mouvements.Length; i++)
        for (var j = i + 1; j < mouvements.Length; j++)
            if (mouvements[i].Element == mouvements[j].Element)
                return false;
        return true;
    }
}
