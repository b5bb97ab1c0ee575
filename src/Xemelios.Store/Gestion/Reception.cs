namespace Xemelios.Store.Gestion;

/// <summary>One arrival of one file: which bytes, under which name, when. Replaying them in order rebuilds everything else.</summary>
public sealed record Reception
{
    /// <summary>The state of a file that was received and not read yet.</summary>
    public const string Recu = "recu";

    /// <summary>The state of a file that was deleted: its bytes are gone, the fact that it came is kept.</summary>
    public const string Supprime = "supprime";

    public long Id { get; init; }

    /// <summary>SHA-256 of the original.</summary>
    public required string Empreinte { get; init; }

    /// <summary>Path as the user gave it, relative to what he gave.</summary>
    public required string Chemin { get; init; }

    /// <summary>Last element of the path: XéMéLios users know a file by its name.</summary>
    public required string Nom { get; init; }

    /// <summary>Folder of the batch in which it lay, as a hint for pieces received on their own; null when unknown.</summary>
    public string? Dossier { get; init; }

    public required long Octets { get; init; }

    public required DateTime RecuLe { get; init; }

    /// <summary>recu, then importe, deja_importe, remplace or rejete; supprime in the end.</summary>
    public required string Etat { get; init; }

    /// <summary>Why it was refused: code and sentence.</summary>
    public string? Motif { get; init; }

    /// <summary>Code of the poste of whoever brought it; null for the machine: its folders, its command line.</summary>
    public string? Poste { get; init; }

    /// <summary>The batch of a server in which it came; null for the command line.</summary>
    public string? Lot { get; init; }

    /// <summary>What was answered for the files that name no budget; null when nothing was.</summary>
    public BudgetsDonnes? Budgets { get; init; }
}
