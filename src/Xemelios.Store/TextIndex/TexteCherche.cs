namespace Xemelios.Store.TextIndex;

/// <summary>What somebody typed, as words and phrases spelled the way the index spells them.</summary>
/// <remarks>Whatever the tokenizer does to documents, it does to questions.</remarks>
internal sealed record TexteCherche(IReadOnlyList<Critere> Criteres)
{
    /// <summary>Characters that are read; whoever pastes a page gets the matches of its beginning.</summary>
    public const int LongueurLue = 1_000;

    /// <summary>Reads the text, cut into folded words by the one who cuts the texts that are searched.</summary>
    public static TexteCherche Lire(string texte, Func<string[], List<string[]>> decouper)
    {
        var parties = TexteIndexable.Normaliser(texte.Length > LongueurLue ? texte[..LongueurLue] : texte)
            .Replace('“', '"').Replace('”', '"').Split('"');
        var motsParPartie = decouper(parties);
        var dernierePartie = motsParPartie.FindLastIndex(mots => mots.Length > 0);
        var criteres = new List<Critere>();
        for (var i = 0; i < parties.Length; i++)
        {
            // A quote that nothing closes opens nothing.
            if (i % 2 == 1 && i < parties.Length - 1)
                criteres.Add(new Critere.Expression(string.Join(' ', motsParPartie[i])));
            else
                criteres.AddRange(motsParPartie[i].Select((mot, rang) =>
                    new Critere.Mot(mot, EstDernier: i == dernierePartie && rang == motsParPartie[i].Length - 1)));
        }

        return new([.. criteres.Where(critere => critere.Texte.Length > 0).Distinct()]);
    }
}

/// <summary>Something that a document must hold.</summary>
internal abstract record Critere(string Texte)
{
    /// <summary>Words that stand side by side, exactly as quoted.</summary>
    internal sealed record Expression(string Texte) : Critere(Texte);

    /// <summary>One word; the last one typed may be unfinished.</summary>
    internal sealed record Mot(string Texte, bool EstDernier) : Critere(Texte)
    {
        private const int LettresPourUneFaute = 5;

        /// <summary>A number: leading zeros may have been left out.</summary>
        public bool EstUnNombre => Texte.All(char.IsAsciiDigit);

        /// <summary>Long enough for a typing error. References with digits are not: their neighbours are other people.</summary>
        public bool AdmetUneFaute => Texte.Length >= LettresPourUneFaute && Texte.All(char.IsLetter);
    }
}
