using System.Text;

namespace Xemelios.Import.Xhl;

/// <summary>An element that is not closed yet.</summary>
/// <param name="Balise">What it is, when the format knows it and its name has no prefix: its end is told by the name's own bytes.</param>
/// <param name="NomQualifie">Its whole name otherwise.</param>
internal readonly record struct ElementOuvert(Balise Balise, byte[]? NomQualifie)
{
    public ReadOnlySpan<byte> Nom => NomQualifie ?? NomsDeBalise.EnOctets(Balise);

    public bool EstLeMemeQue(ElementOuvert autre) => Nom.SequenceEqual(autre.Nom);
}

/// <summary>A prefix, or "" for the default namespace, declared on an open element.</summary>
internal readonly record struct LiaisonDePrefixe(string Prefixe, string Espace, int Profondeur);

/// <summary>What is open at the end of a block: the next one begins with it.</summary>
internal sealed record EtatDeLecture(IReadOnlyList<ElementOuvert> Ouverts, IReadOnlyList<LiaisonDePrefixe> Liaisons)
{
    public static readonly EtatDeLecture Debut = new([], []);

    public bool EstLeMemeQue(EtatDeLecture autre) =>
        Liaisons.SequenceEqual(autre.Liaisons) && Ouverts.Count == autre.Ouverts.Count && Ouverts.Zip(autre.Ouverts).All(p => p.First.EstLeMemeQue(p.Second));
}

/// <summary>The namespaces in force while elements open and close.</summary>
internal sealed class EspacesDeNoms
{
    private const string DesXml = "http://www.w3.org/XML/1998/namespace";
    private const string DesXmlns = "http://www.w3.org/2000/xmlns/";
    private readonly List<LiaisonDePrefixe> _liaisons = [];
    private int _plusProfonde = -1;

    public IReadOnlyList<LiaisonDePrefixe> Liaisons => [.. _liaisons];

    public void Reprendre(IReadOnlyList<LiaisonDePrefixe> liaisons)
    {
        _liaisons.Clear();
        _liaisons.AddRange(liaisons);
        _plusProfonde = _liaisons.Count > 0 ? _liaisons[^1].Profondeur : -1;
    }

    /// <exception cref="TexteInhabituelException">A declaration that XML restricts: left to the general reader.</exception>
    public void Declarer(ReadOnlySpan<byte> prefixe, string espace, int profondeur)
    {
        var nom = Encoding.ASCII.GetString(prefixe);
        if (nom.StartsWith("xml", StringComparison.OrdinalIgnoreCase) || espace is DesXml or DesXmlns || (nom.Length > 0 && espace.Length == 0))
            throw new TexteInhabituelException();
        _liaisons.Add(new LiaisonDePrefixe(nom, espace, profondeur));
        _plusProfonde = profondeur;
    }

    /// <summary>Forgets what was declared deeper than this depth.</summary>
    public void Fermer(int profondeur)
    {
        if (_plusProfonde < profondeur)
            return;
        while (_liaisons.Count > 0 && _liaisons[^1].Profondeur >= profondeur)
            _liaisons.RemoveAt(_liaisons.Count - 1);
        _plusProfonde = _liaisons.Count > 0 ? _liaisons[^1].Profondeur : -1;
    }

    /// <summary>The namespace of a prefix, or null when nothing declares it.</summary>
    public string? Trouver(ReadOnlySpan<byte> prefixe)
    {
        for (var i = _liaisons.Count - 1; i >= 0; i--)
        {
            if (Ascii.Equals(prefixe, _liaisons[i].Prefixe))
                return _liaisons[i].Espace;
        }

        return prefixe.IsEmpty ? "" : null;
    }
}
