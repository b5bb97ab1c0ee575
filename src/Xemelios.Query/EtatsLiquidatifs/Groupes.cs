namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The rubriques that make one row.</summary>
/// <param name="Cles">On the axes that rubriques decide.</param>
internal sealed record GroupeDeRubriques(IReadOnlyList<CleDAxe> Cles, string? Libelle, IReadOnlyList<FaitDeRubrique> Faits)
{
    public IReadOnlyList<string> Natures { get; } =
        [.. Faits.Select(f => f.Nature).Distinct().Order(StringComparer.Ordinal).Select(n => n ?? CleDAxe.Sans)];
}

/// <summary>The rubriques of an état put together by their keys; each group has a number, from 1.</summary>
internal sealed class Groupes
{
    private readonly FaitsDeLiquidation _faits;
    private readonly int[] _numeros;

    /// <param name="prefixe">First keys: rubriques that have others are in no group.</param>
    /// <param name="surLeBulletin">False: the axes on bulletins, statut and train too, are left to the bulletins.</param>
    public Groupes(FaitsDeLiquidation faits, ReglesDImputation regles, IReadOnlyList<AxeDEtat> axes, IReadOnlyList<CleDAxe> prefixe, bool surLeBulletin = true)
    {
        _faits = faits;
        _numeros = new int[faits.Rubriques.Count];
        var retenus = axes.Select((axe, rang) => (axe, rang)).Where(x => surLeBulletin || !x.axe.SurLeBulletin()).ToList();
        var parCle = new Dictionary<string, (int Numero, CleDAxe[] Cles, List<FaitDeRubrique> Faits)>(StringComparer.Ordinal);
        for (var i = 0; i < _numeros.Length; i++)
        {
            var fait = faits.Rubriques[i];
            var cles = retenus.Select(x => fait.Cle(x.axe, regles)).ToArray();
            if (retenus.Select((x, n) => (x.rang, n)).Any(x => x.rang < prefixe.Count && prefixe[x.rang].Texte != cles[x.n].Texte))
                continue;
            var texte = string.Join('\u001f', cles.Select(c => c.Texte));
            if (!parCle.TryGetValue(texte, out var groupe))
                parCle[texte] = groupe = (parCle.Count + 1, cles, []);
            groupe.Faits.Add(fait);
            _numeros[i] = groupe.Numero;
        }

        var nomme = retenus.Count > 0 && retenus[^1].rang == axes.Count - 1 && retenus[^1].axe == AxeDEtat.Rubrique;
        Tous = [.. parCle.Values.Select(g => new GroupeDeRubriques(g.Cles,
            nomme ? g.Faits.Where(f => f.Libelle is not null).Select(f => f.Libelle).Order(StringComparer.Ordinal).FirstOrDefault() : null, g.Faits))];
        ParStatut = faits.Rubriques.Zip(_numeros).GroupBy(x => (x.First.Contenu, x.First.Rubrique)).Any(g => g.Select(x => x.Second).Distinct().Skip(1).Any());
    }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<GroupeDeRubriques> Tous { get; }

    /// <summary>The group of a line depends on the statut of its agent, besides its rubrique.</summary>
    public bool ParStatut { get; }

    /// <summary>Binds which rubrique of which file goes to which group; 0 is none.</summary>
    public Requete Lier(Requete requete)
    {
        var rangees = _faits.Rubriques.Zip(_numeros).ToList();
        if (!ParStatut)
            rangees = [.. rangees.DistinctBy(x => (x.First.Contenu, x.First.Rubrique))];
        return requete
            .Avec("contenus", rangees.ConvertAll(x => x.First.Contenu)).Avec("rubriques", rangees.ConvertAll(x => x.First.Rubrique))
            .Avec("statuts", rangees.ConvertAll(x => x.First.Statut)).Avec("groupes", rangees.ConvertAll(x => x.Second))
            .Avec("parts", rangees.ConvertAll(x => (int)x.First.Part)).Avec("signes", rangees.ConvertAll(x => x.First.Signe));
    }
}
