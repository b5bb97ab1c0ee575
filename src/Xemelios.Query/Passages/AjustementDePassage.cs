namespace Xemelios.Query.Passages;

/// <summary>What was found for each element.</summary>
/// <param name="Choix">−1 when no nature can take it.</param>
/// <param name="Ambigus">Elements that another choice would explain as well: words and account decided, not amounts.</param>
internal sealed record Ajustement(Affectation Affectation, IReadOnlySet<int> Ambigus)
{
    public IReadOnlyList<int> Choix => Affectation.Choix;
}

/// <summary>Puts rubriques under natures so that least is left over all états: exact sums first, then moves, exchanges, and a few fresh starts.</summary>
/// <remarks>Nothing is drawn by chance: the same amounts give the same table.</remarks>
internal sealed class AjustementDePassage(ProblemeDePassage probleme)
{
    // A fresh start costs the square of the elements.
    private readonly int _reprises = Math.Clamp(4_000_000 / (1 + probleme.Elements * probleme.Elements), 3, 60);

    public Ajustement Ajuster()
    {
        var echanges = new EchangesExacts(probleme);
        var meilleure = Departs().Select(depart => Affiner(new Affectation(probleme, depart), echanges, aFond: true))
            .Aggregate((a, b) => b.VautMieuxQue(a) ? b : a);
        meilleure = Reprendre(meilleure, echanges);
        var ambigus = echanges.Departager(meilleure);
        return new Ajustement(meilleure, ambigus);
    }

    /// <summary>Words alone; exact sums completed by words; the same with one état left out when sums do not decide all.</summary>
    private IEnumerable<int[]> Departs()
    {
        yield return Completer(Enumerable.Repeat(-1, probleme.Elements).ToArray());
        var decides = new SommesExactes(probleme).Decider();
        yield return Completer(decides);
        if (probleme.Etats < 3 || decides.Distinct().Count(n => n >= 0) >= probleme.Natures - 1)
            yield break;
        yield return Completer(Enumerable.Range(0, probleme.Etats).Select(o => new SommesExactes(probleme, o).Decider(decides)).MaxBy(d => d.Count(n => n >= 0))!);
    }

    // What is not decided goes where something is left to explain.
    private int[] Completer(int[] decides)
    {
        var fermees = decides.ToHashSet();
        return [.. decides.Select((n, e) => n >= 0 ? n
            : probleme.PlusVraisemblable(e, x => !fermees.Contains(x)) is >= 0 and var ouverte ? ouverte : probleme.PlusVraisemblable(e, _ => true))];
    }

    private Affectation Affiner(Affectation affectation, EchangesExacts echanges, bool aFond)
    {
        do
        {
            affectation.Descendre();
        }
        while (affectation.Cout > 0 && (echanges.Reparer(affectation, aFond) || (aFond && ReparerSaufUnEtat(affectation))));
        return affectation;
    }

    // One état that was mandated wrong, or read from a wrong file, must not hide that the others are exact.
    private bool ReparerSaufUnEtat(Affectation affectation) => probleme.Etats > 2
        && Enumerable.Range(0, probleme.Etats).Any(o => new EchangesExacts(probleme, o).Reparer(affectation, jusquAQuatre: false));

    private Affectation Reprendre(Affectation meilleure, EchangesExacts echanges)
    {
        var suite = new Suite(42);
        var mobiles = Enumerable.Range(0, probleme.Elements)
            .Where(e => meilleure.Choix[e] >= 0 && probleme.Pese(e) && probleme.Scores[e].Count(s => s >= 0) > 1).ToList();
        for (var i = 0; i < _reprises && meilleure.Cout > 0 && mobiles.Count > 1; i++)
        {
            var essai = meilleure.Copier();
            for (var k = 0; k < 3 + i % 3; k++)
            {
                var element = mobiles[suite.Sous(mobiles.Count)];
                var vers = suite.Sous(probleme.Natures);
                if (vers != essai.Choix[element] && probleme.Convient(element, vers))
                    essai.Deplacer(element, vers);
            }

            Affiner(essai, echanges, aFond: false);
            if (essai.VautMieuxQue(meilleure))
                meilleure = essai;
        }

        return meilleure;
    }
}
