namespace Xemelios.Domain.Paye;

/// <summary>Counts, while the bulletins of one file go by, what is needed to decide in which sign it writes what it withholds.</summary>
/// <remarks>Files differ (format page §7.3): the decision is one for a file and a category, never line by line, because a single
/// contrary sign is a regularisation. The decision itself is the view <c>convention</c>.</remarks>
public sealed class ObservationDesSignes
{
    /// <summary>Declared and recomputed net are the same when they differ by at most this many cents.</summary>
    public const long ToleranceEnCentimes = 5;

    // By number of category: each line of a large file passes here.
    private readonly (int Positifs, int Negatifs)[] _signes = new (int, int)[(int)CategorieDeLigne.Inconnue + 1];
    private readonly SortedDictionary<(int Deduction, int Retenue), int> _identites = [];

    /// <summary>Number of positive and of negative amounts, by category that has any.</summary>
    public IReadOnlyDictionary<CategorieDeLigne, (int Positifs, int Negatifs)> Signes => _signes
        .Select((signes, categorie) => (Categorie: (CategorieDeLigne)categorie, Signes: signes))
        .Where(s => s.Signes != default).ToDictionary(s => s.Categorie, s => s.Signes);

    /// <summary>Bulletins on which net = G − d·Deduction − r·Retenue holds, for each pair of signs (d, r).</summary>
    public IReadOnlyDictionary<(int Deduction, int Retenue), int> Identites => _identites;

    public void Observer(Bulletin bulletin)
    {
        long brut = 0, deduction = 0, retenue = 0;
        foreach (ref readonly var ligne in bulletin.Lignes.AsSpan())
        {
            if (ligne.Montant is not { Centimes: not 0 } montant)
                continue;
            Compter(ligne.Categorie, montant.Centimes > 0);
            if (ligne.Categorie.EstBrut()) brut += montant.Centimes;
            else if (ligne.Categorie == CategorieDeLigne.Deduction) deduction += montant.Centimes;
            else if (ligne.Categorie == CategorieDeLigne.Retenue) retenue += montant.Centimes;
        }

        if (bulletin.MtNet is { } net && (deduction != 0 || retenue != 0))
            CompterLesIdentites(brut, deduction, retenue, net.Centimes);
    }

    /// <summary>Adds what another one counted on other bulletins of the same file.</summary>
    public void Ajouter(ObservationDesSignes autre)
    {
        for (var i = 0; i < _signes.Length; i++)
            _signes[i] = (_signes[i].Positifs + autre._signes[i].Positifs, _signes[i].Negatifs + autre._signes[i].Negatifs);
        foreach (var (signes, bulletins) in autre._identites)
            _identites[signes] = _identites.GetValueOrDefault(signes) + bulletins;
    }

    /// <summary>Begins anew.</summary>
    public void Effacer()
    {
        Array.Clear(_signes);
        _identites.Clear();
    }

    private void Compter(CategorieDeLigne categorie, bool positif)
    {
        ref var signes = ref _signes[(int)categorie];
        if (positif) signes.Positifs++;
        else signes.Negatifs++;
    }

    private void CompterLesIdentites(long brut, long deduction, long retenue, long net)
    {
        foreach (var d in (ReadOnlySpan<int>)[1, -1])
        {
            foreach (var r in (ReadOnlySpan<int>)[1, -1])
            {
                if (Math.Abs(brut - d * deduction - r * retenue - net) <= ToleranceEnCentimes)
                    _identites[(d, r)] = _identites.GetValueOrDefault((d, r)) + 1;
            }
        }
    }
}
