namespace Xemelios.Store.Gestion.Journaux;

/// <summary>Walks the entries in the order of their ranks, and tells where they no longer follow each other.</summary>
internal sealed class MarcheDuJournal
{
    /// <summary>An entry is looked for this far from its place.</summary>
    private const int PlusGrandDecalage = 64;

    /// <summary>Beyond, all has been said: a journal so damaged is not searched for who took whose place.</summary>
    private const int PlusDeSuspects = 400;

    private readonly List<FauteDuJournal> _fautes = [];
    private readonly List<RangeeDuJournal> _suspectes = [];
    private readonly List<Suite> _deplacees = [];
    private readonly long _borne;
    private (long Rang, byte[] Empreinte) _precedente;
    private bool _precedenteEnFaute;
    private string? _jour;

    /// <param name="borne">Rank and seal that the first entry follows.</param>
    public MarcheDuJournal((long Rang, byte[] Empreinte) borne) => (_borne, _precedente) = (borne.Rang, borne);

    public long Examinees { get; private set; }

    /// <summary>Last rank read.</summary>
    public long Dernier => _precedente.Rang;

    /// <summary>Ranks after which the day changes.</summary>
    public List<long> FinsDeJour { get; } = [];

    public void Passer(RangeeDuJournal rangee)
    {
        Examinees++;
        if (rangee.Rang <= _borne)
        {
            Noter(NatureDeFaute.Inseree, rangee.Rang, rangee.Rang);
            return;
        }

        var saut = rangee.Rang != _precedente.Rang + 1;
        if (saut)
            Noter(NatureDeFaute.Supprimee, _precedente.Rang + 1, rangee.Rang - 1);
        var enFaute = !rangee.EstScelleeAuRang(rangee.Rang);
        if (enFaute)
            Suspecter(rangee);
        else if (!saut && !_precedenteEnFaute && !rangee.Precedente.AsSpan().SequenceEqual(_precedente.Empreinte))
            Noter(NatureDeFaute.Rescellee, Math.Max(_borne + 1, rangee.Rang - 1), rangee.Rang);
        if (!saut && !enFaute && !_precedenteEnFaute && _jour is not null && _jour != rangee.Jour)
            FinsDeJour.Add(_precedente.Rang);
        (_precedente, _precedenteEnFaute, _jour) = ((rangee.Rang, rangee.Empreinte), enFaute, rangee.Jour);
    }

    /// <summary>The faults, once the last entry was read.</summary>
    public IReadOnlyList<FauteDuJournal> Conclure()
    {
        ReconnaitreLesEchanges();
        ReconnaitreLesDecalages();
        foreach (var rangee in _suspectes)
            Noter(NatureDeFaute.Modifiee, rangee.Rang, rangee.Rang);
        return _fautes;
    }

    private void Noter(NatureDeFaute nature, long rang, long jusquA)
    {
        if (_fautes.Count < PlusDeSuspects)
            _fautes.Add(new FauteDuJournal(nature, rang, jusquA));
    }

    /// <summary>An entry that is not sealed for its rank: it is at the place of another, or says something else.</summary>
    private void Suspecter(RangeeDuJournal rangee)
    {
        if (_suspectes.Count + _deplacees.Count >= PlusDeSuspects)
            return;
        if (Decalage(rangee) is not { } decalage)
            _suspectes.Add(rangee);
        else if (_deplacees is [.., { } derniere] && derniere.Decalage == decalage && derniere.Fin == rangee.Rang - 1)
            _deplacees[^1] = derniere with { Fin = rangee.Rang };
        else
            _deplacees.Add(new Suite(rangee.Rang, rangee.Rang, decalage, rangee));
    }

    /// <summary>How far its true rank is, when it is near.</summary>
    private long? Decalage(RangeeDuJournal rangee)
    {
        // All that follows an insertion is displaced alike.
        if (_deplacees is [.., { } derniere] && rangee.EstScelleeAuRang(rangee.Rang + derniere.Decalage))
            return derniere.Decalage;
        for (var pas = 1; pas <= PlusGrandDecalage; pas++)
        {
            if (rangee.EstScelleeAuRang(rangee.Rang - pas))
                return -pas;
            if (rangee.EstScelleeAuRang(rangee.Rang + pas))
                return pas;
        }

        return null;
    }

    private void ReconnaitreLesEchanges()
    {
        var seules = _suspectes.Concat(_deplacees.Where(s => s.Debut == s.Fin).Select(s => s.Premiere)).OrderBy(r => r.Rang).ToList();
        var echangees = new HashSet<long>();
        for (var i = 0; i < seules.Count; i++)
        {
            for (var j = i + 1; j < seules.Count && !echangees.Contains(seules[i].Rang); j++)
            {
                if (!seules[i].EstScelleeAuRang(seules[j].Rang) || !seules[j].EstScelleeAuRang(seules[i].Rang))
                    continue;
                echangees.UnionWith([seules[i].Rang, seules[j].Rang]);
                Noter(NatureDeFaute.Echangee, seules[i].Rang, seules[j].Rang);
            }
        }

        _suspectes.RemoveAll(r => echangees.Contains(r.Rang));
        _deplacees.RemoveAll(s => s.Debut == s.Fin && echangees.Contains(s.Debut));
    }

    /// <summary>Entries that moved together tell what was put or taken away before them, and, where the move stops, after them.</summary>
    private void ReconnaitreLesDecalages()
    {
        for (var i = 0; i < _deplacees.Count; i++)
        {
            var suite = _deplacees[i];
            var avant = i > 0 && _deplacees[i - 1].Fin >= suite.Debut - PlusGrandDecalage - 1 ? _deplacees[i - 1].Decalage : 0;
            Expliquer(suite.Debut, suite.Decalage - avant);
            var laSuivanteSuit = i + 1 < _deplacees.Count && _deplacees[i + 1].Debut <= suite.Fin + PlusGrandDecalage + 1;
            if (!laSuivanteSuit && suite.Fin < Dernier)
                Expliquer(suite.Fin + 1, -suite.Decalage);
        }
    }

    private void Expliquer(long ici, long ecart)
    {
        if (ecart > 0)
            Noter(NatureDeFaute.Supprimee, ici, ici + ecart - 1);
        if (ecart >= 0)
            return;
        Noter(NatureDeFaute.Inseree, ici + ecart, ici - 1);
        _suspectes.RemoveAll(r => r.Rang >= ici + ecart && r.Rang < ici);
    }

    /// <summary>Entries that follow each other, all as far from their place.</summary>
    private sealed record Suite(long Debut, long Fin, long Decalage, RangeeDuJournal Premiere);
}
