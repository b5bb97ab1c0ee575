namespace Xemelios.Import.Intake;

/// <summary>What an import accepts to inflate. Everything is counted on bytes really produced, never on the sizes a file declares.</summary>
public sealed record Limites
{
    /// <summary>Entries of one received file, nested archives included.</summary>
    public int MaxEntrees { get; init; } = 200_000;

    /// <summary>Entries without a byte: each costs a line of report and carries nothing, so a crowd of them is only there to harm.</summary>
    public int MaxEntreesVides { get; init; } = 1_000;

    /// <summary>Bytes inflated from one received file, nested archives included.</summary>
    public long MaxOctetsInflates { get; init; } = 64L << 30;

    public long MaxOctetsParEntree { get; init; } = 8L << 30;

    /// <summary>Inflated over compressed. An XHL really compresses by 20 to 40.</summary>
    public int MaxRapport { get; init; } = 200;

    /// <summary>The ratio means nothing on small entries: it is judged past this number of bytes.</summary>
    public long OctetsAvantRapport { get; init; } = 16L << 20;

    /// <summary>Archives inside archives; the received archive is at depth 1.</summary>
    public int MaxProfondeur { get; init; } = 3;
}
