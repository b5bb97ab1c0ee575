namespace Xemelios.Import.Intake;

internal enum EtatDeBalise
{
    /// <summary>The block ends outside of any tag.</summary>
    Fermee,

    /// <summary>The block ends inside a tag.</summary>
    Ouverte,
    TropLongue,
    Dtd,
}

/// <summary>Follows tags, attribute values, comments, CDATA and processing instructions through blocks of text.</summary>
internal sealed class SuiviDeBalise
{
    private Contexte _contexte = Contexte.Texte;
    private int _longueur;
    private int _debut;
    private int _correspond;

    private enum Contexte
    {
        Texte,

        /// <summary>Just after "&lt;": the next characters say what it is.</summary>
        Ouverture,

        /// <summary>After "&lt;!".</summary>
        Exclamation,
        Balise,
        Guillemets,
        Apostrophes,
        Commentaire,
        Cdata,
        Instruction,
    }

    /// <summary>Reads one block. The rank is that of the "&lt;" of the tag, or -1 when it stands in an earlier block.</summary>
    public (EtatDeBalise Etat, int Rang) Avancer(ReadOnlySpan<char> bloc, int maximum)
    {
        _debut = -1;
        for (var i = 0; i < bloc.Length;)
        {
            if (_contexte == Contexte.Exclamation && bloc[i] is not ('-' or '['))
                return (EtatDeBalise.Dtd, Math.Max(_debut, 0));
            var pas = Pas(bloc[i..], i);
            i += pas;
            if (_contexte is Contexte.Ouverture or Contexte.Exclamation or Contexte.Balise or Contexte.Guillemets or Contexte.Apostrophes
                && (_longueur += pas) > maximum)
                return (EtatDeBalise.TropLongue, _debut);
        }

        return (_contexte is Contexte.Texte or Contexte.Cdata ? EtatDeBalise.Fermee : EtatDeBalise.Ouverte, _debut);
    }

    /// <summary>Moves over the characters that the present context decides, and returns how many.</summary>
    private int Pas(ReadOnlySpan<char> reste, int position) => _contexte switch
    {
        Contexte.Texte => Entrer(reste, position),
        Contexte.Ouverture => Decider(reste[0]),
        Contexte.Exclamation => Passer(reste[0] == '-' ? Contexte.Commentaire : Contexte.Cdata),
        Contexte.Balise => Balise(reste),
        Contexte.Guillemets => Jusqua(reste, '"', Contexte.Balise),
        Contexte.Apostrophes => Jusqua(reste, '\'', Contexte.Balise),
        Contexte.Commentaire => Fin(reste, "-->", '-'),
        Contexte.Cdata => Fin(reste, "]]>", ']'),
        _ => Fin(reste, "?>", '?'),
    };

    private int Entrer(ReadOnlySpan<char> reste, int position)
    {
        var rang = reste.IndexOf('<');
        if (rang < 0)
            return reste.Length;
        (_contexte, _longueur, _debut) = (Contexte.Ouverture, 0, position + rang);
        return rang + 1;
    }

    private int Decider(char premier)
    {
        if (premier is '!' or '?')
            return Passer(premier == '!' ? Contexte.Exclamation : Contexte.Instruction);
        _contexte = Contexte.Balise;
        return 0;
    }

    /// <summary>The end of a comment or CDATA is counted afresh: the hyphens that open it do not close it.</summary>
    private int Passer(Contexte contexte)
    {
        (_contexte, _correspond) = (contexte, contexte == Contexte.Commentaire ? -1 : 0);
        return 1;
    }

    private int Balise(ReadOnlySpan<char> reste)
    {
        var rang = reste.IndexOfAny('>', '"', '\'');
        if (rang < 0)
            return reste.Length;
        _contexte = reste[rang] switch { '>' => Contexte.Texte, '"' => Contexte.Guillemets, _ => Contexte.Apostrophes };
        return rang + 1;
    }

    private int Jusqua(ReadOnlySpan<char> reste, char fin, Contexte suite)
    {
        var rang = reste.IndexOf(fin);
        if (rang < 0)
            return reste.Length;
        _contexte = suite;
        return rang + 1;
    }

    /// <summary>Looks for a closing mark that may be cut by the end of a block; a repeated mark character keeps the match alive.</summary>
    private int Fin(ReadOnlySpan<char> reste, string marque, char repete)
    {
        if (_correspond == 0)
        {
            var rang = reste.IndexOf(repete);
            if (rang < 0)
                return reste.Length;
            _correspond = 1;
            return rang + 1;
        }

        var c = reste[0];
        if (_correspond < 0)
            _correspond++;
        else if (c == marque[_correspond])
            _correspond++;
        else if (c != repete)
            _correspond = 0;
        if (_correspond == marque.Length)
            _contexte = Contexte.Texte;
        return 1;
    }
}
