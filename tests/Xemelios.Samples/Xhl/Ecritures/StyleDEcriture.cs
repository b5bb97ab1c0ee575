namespace Xemelios.Samples;

/// <summary>How one file is written; the numbers are chances in a hundred at each place.</summary>
internal sealed record StyleDEcriture
{
    public int GuillemetsSimples { get; init; }

    /// <summary>White space where XML allows it and nobody writes it: around "=", before "/&gt;", in end tags.</summary>
    public int BlancsInutiles { get; init; }

    /// <summary>Elements without content written with two tags.</summary>
    public int DeuxBalises { get; init; }
    public int AttributsEnPlus { get; init; }

    /// <summary>Namespaces declared, declared again, and used.</summary>
    public int Prefixes { get; init; }
    public int Commentaires { get; init; }

    /// <summary>Whether some comments hold what looks like the end of a bulletin.</summary>
    public bool FinsCachees { get; init; }

    /// <summary>Characters written as references without need.</summary>
    public int References { get; init; }

    /// <summary>White space between elements.</summary>
    public int Separateurs { get; init; }
    public required string FinDeLigne { get; init; }

    /// <summary>The one rare form that the writer may use.</summary>
    public FormesRares Rare { get; init; }

    public static StyleDEcriture Tirer(Hasard hasard) => new()
    {
        GuillemetsSimples = hasard.Parmi([0, 0, 50, 100]),
        BlancsInutiles = hasard.Parmi([0, 0, 3, 40]),
        DeuxBalises = hasard.Parmi([0, 0, 10, 100]),
        AttributsEnPlus = hasard.Parmi([0, 0, 2, 30]),
        Prefixes = hasard.Parmi([0, 0, 2, 25]),
        Commentaires = hasard.Parmi([0, 0, 1, 20]),
        FinsCachees = hasard.Parfois(25),
        References = hasard.Parmi([0, 0, 2, 60]),
        Separateurs = hasard.Parmi([0, 50, 100, 100]),
        FinDeLigne = hasard.Parmi(["\n", "\n", "\r\n", "\r"]),
        Rare = hasard.Parfois(88)
            ? FormesRares.Aucune
            : hasard.Parmi([FormesRares.Dtd, FormesRares.Instruction, FormesRares.Instruction, FormesRares.Cdata, FormesRares.Controle, FormesRares.Controle, FormesRares.Texte]),
    };
}
