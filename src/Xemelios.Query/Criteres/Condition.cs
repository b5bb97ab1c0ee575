namespace Xemelios.Query.Criteres;

/// <summary>What a search asks for: tests joined by ET, OU and PAS, as deep as the reader wants.</summary>
public abstract record Condition
{
    /// <summary>Everything answers.</summary>
    public static Condition Tout { get; } = new Et([]);

    /// <summary>Both at once; what asks for nothing disappears.</summary>
    public static Condition Toutes(params IEnumerable<Condition> termes)
    {
        var utiles = termes.SelectMany(t => t is Et et ? et.Termes : [t]).ToList();
        return utiles.Count == 1 ? utiles[0] : new Et(utiles);
    }
}

/// <summary>All terms hold; without any, everything answers.</summary>
public sealed record Et(IReadOnlyList<Condition> Termes) : Condition;

/// <summary>One of the terms holds.</summary>
public sealed record Ou(IReadOnlyList<Condition> Termes) : Condition;

/// <summary>Whatever the term does not find.</summary>
public sealed record Non(Condition Terme) : Condition;

/// <summary>At least one line of the bulletin for which the term holds: its tests bear on one same line.</summary>
public sealed record LigneAvec(Condition Terme) : Condition;

/// <summary>One criterion compared with values, as they were typed.</summary>
public sealed record Test(Critere Critere, Operateur Operateur, IReadOnlyList<string> Valeurs) : Condition;
