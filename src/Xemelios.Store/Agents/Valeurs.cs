namespace Xemelios.Store.Agents;

/// <summary>The distinct texts of one column, numbered from 0 in order of arrival, each with its folded words.</summary>
internal sealed class Valeurs
{
    private readonly Dictionary<string, int> _rangs = new(StringComparer.Ordinal);
    private readonly List<string> _textes = [];
    private readonly List<string> _mots = [];

    public string Texte(int rang) => _textes[rang];

    public string Mots(int rang) => _mots[rang];

    /// <summary>The number of the text, a new one if it is new.</summary>
    public int Rang(string texte)
    {
        if (_rangs.TryGetValue(texte, out var rang))
            return rang;
        rang = _textes.Count;
        _rangs.Add(texte, rang);
        _textes.Add(texte);
        _mots.Add(MotsPlies.De(texte));
        return rang;
    }

    /// <summary>How well each text answers, by its folded words: 0 not at all.</summary>
    /// <returns>By number; null when no text answers.</returns>
    public byte[]? Niveaux(Func<string, byte> niveau)
    {
        byte[]? niveaux = null;
        for (var rang = 0; rang < _mots.Count; rang++)
        {
            if (niveau(_mots[rang]) is > 0 and var atteint)
                (niveaux ??= new byte[_mots.Count])[rang] = atteint;
        }

        return niveaux;
    }
}
