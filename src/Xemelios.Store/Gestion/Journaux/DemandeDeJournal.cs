using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>An entry of the journal.</summary>
/// <param name="Rang">Its place, from 1.</param>
/// <param name="Le">What the clock said (UTC).</param>
public sealed record EntreeDuJournal(long Rang, DateTimeOffset Le, Acte Acte);

/// <summary>What is asked of the journal; what is null does not count.</summary>
public sealed record DemandeDeJournal
{
    /// <summary>Most rows of a page.</summary>
    public const int PlusGrandePage = 1000;

    public string? Utilisateur { get; init; }

    /// <summary>What a comptable is limited to: the acts done under his poste.</summary>
    public string? Poste { get; init; }

    /// <summary>A SIRET, or a SIREN for all its establishments.</summary>
    public string? Siret { get; init; }

    public string? Matricule { get; init; }

    public NatureDActe? Nature { get; init; }

    /// <summary>First and last day, both included, where the clock of the machine is.</summary>
    public DateOnly? Du { get; init; }

    public DateOnly? Au { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int TaillePage { get; init; } = 50;
}

/// <summary>Some entries, the last one first, and how many there are in all.</summary>
public sealed record PageDuJournal(IReadOnlyList<EntreeDuJournal> Entrees, long Total, int Page, int TaillePage);

/// <summary>Who opened the data of one agent.</summary>
/// <param name="Directs">Acts on the data of this agent alone.</param>
/// <param name="Larges">Lists, searches and exports that may have shown them.</param>
public sealed record AccesAUnAgent(string Siret, string Matricule, PageDuJournal Directs, PageDuJournal Larges);
