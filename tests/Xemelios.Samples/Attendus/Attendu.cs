namespace Xemelios.Samples;

/// <summary>State of an état against its mandats.</summary>
public enum StatutAttendu
{
    Conforme,
    Ecart,
    SansMandat,
}

/// <summary>What a right reading of an état must find; computed from the model, never from bytes. Amounts in cents.</summary>
public sealed record Attendu
{
    public required string Siret { get; init; }
    public required string Employeur { get; init; }
    public required string? Budget { get; init; }
    public required int Annee { get; init; }
    public required int Mois { get; init; }
    public required string? Train { get; init; }
    public required int Volumes { get; init; }
    public required int Bulletins { get; init; }
    public required int Agents { get; init; }

    /// <summary>Lines of the eleven amount categories, and comments.</summary>
    public required int Lignes { get; init; }

    public required IReadOnlyDictionary<Categorie, int> LignesParCategorie { get; init; }

    /// <summary>Normalised sign: withholdings and contributions positive.</summary>
    public required IReadOnlyDictionary<Categorie, long> SommeParCategorie { get; init; }

    public required long Brut { get; init; }
    public required long Net { get; init; }
    public required long NetAPayer { get; init; }
    public required long CotisationsPatronales { get; init; }

    /// <summary>Hours by matricule, without those that have none.</summary>
    public required IReadOnlyDictionary<string, decimal> HeuresSup { get; init; }

    /// <summary>Gross and employer contributions by nature, through the nomenclature written in the file.</summary>
    public required IReadOnlyDictionary<string, long> Recalcule { get; init; }

    /// <summary>Gross and employer contributions whose rubrique gives no nature.</summary>
    public required long NonAttribue { get; init; }

    public required ModeDeRepartition Mode { get; init; }

    /// <summary>Répartition of the whole état, reduced to accounts; empty when absent.</summary>
    public required IReadOnlyDictionary<string, long> Repartition { get; init; }

    /// <summary>Mandated amounts by nature, corrections subtracted; null without a mandat.</summary>
    public IReadOnlyDictionary<string, long>? Mandate { get; init; }

    /// <summary>Number of mandats linked, corrections not counted.</summary>
    public int Mandats { get; init; }

    /// <summary><c>pjref</c>, <c>refcompta</c> or <c>propose</c>; null without a mandat.</summary>
    public string? Lien { get; init; }

    public IReadOnlyList<PieceFictive> Pieces { get; init; } = [];

    public string MoisIso => $"{Annee:0000}-{Mois:00}";
    public long RepartitionTotal => Repartition.Values.Sum();

    /// <summary><c>recalcule</c> when every line has a nature, else <c>repartition</c> when there is one.</summary>
    public string Reference => NonAttribue == 0 || Repartition.Count == 0 ? "recalcule" : "repartition";

    /// <summary>Mandated less reference, for natures where they differ.</summary>
    public IReadOnlyDictionary<string, long> Ecarts => Mandate is null ? new Dictionary<string, long>() : CalculDEcarts.Entre(Mandate, Reference == "recalcule" ? Recalcule : Repartition);

    public StatutAttendu Rapprochement => Mandate is null ? StatutAttendu.SansMandat : Ecarts.Count == 0 ? StatutAttendu.Conforme : StatutAttendu.Ecart;

    public IEnumerable<string> Presentes => Ids(SortDePiece.Presente);
    public IEnumerable<string> Manquantes => Ids(SortDePiece.Manquante);
    public IEnumerable<string> Orphelines => Ids(SortDePiece.Orpheline);

    /// <summary>Distinct identifiers that bulletins refer to.</summary>
    public IEnumerable<string> References => Presentes.Concat(Manquantes);

    private IEnumerable<string> Ids(SortDePiece sort) => Pieces.Where(p => p.Sort == sort).Select(p => p.IdUnique);
}
