using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Gestion.Controles;

/// <summary>The kinds of entries of the carnet de contrôle, as they are written in gestion.db.</summary>
public enum SorteDEcrit
{
    Visa,
    Note,

    /// <summary>Answers a note, and may close it.</summary>
    Reponse,

    /// <summary>Gives the work to a person of the poste, or takes it back.</summary>
    Attribution,
}

/// <summary>What a visa says.</summary>
public enum DecisionDeVisa
{
    Conforme,
    ARegulariser,
    Observe,
}

/// <summary>What is controlled: an état, one of its natures, a bulletin, an agent, a piece or a mandat of an employer.</summary>
/// <param name="Siret">The employer.</param>
public sealed record CibleDeControle(string Siret)
{
    /// <summary>Key of the budget (see <c>CodeBudget.Cle</c>); null for what is of no budget.</summary>
    public string? Budget { get; init; }

    public MoisDePaye? Mois { get; init; }

    /// <summary>"" for the train without a name; null for all trains of the month together.</summary>
    public string? Train { get; init; }

    /// <summary>"" for the lines of mandats that name none.</summary>
    public string? Nature { get; init; }

    public string? Matricule { get; init; }

    /// <summary>Fingerprint of the file and rank in it of a bulletin.</summary>
    public string? Volume { get; init; }

    public int? Ordre { get; init; }

    /// <summary>Fingerprint of a piece.</summary>
    public string? Piece { get; init; }

    /// <summary>exercice/bordereau/numéro.</summary>
    public string? Mandat { get; init; }
}

/// <summary>What was on the screen when a visa was given.</summary>
/// <param name="Fichiers">Fingerprints of the files, in their order.</param>
/// <param name="Chiffres">Figures by their name: amounts with a decimal point, numbers; "" for what there was not.</param>
public sealed record DonneesVues(IReadOnlyList<string> Fichiers, IReadOnlyDictionary<string, string> Chiffres);

/// <summary>An entry of the carnet: written once, followed by others, and never changed.</summary>
/// <param name="Auteur">The account that wrote it.</param>
/// <param name="Le">UTC.</param>
public sealed record Ecrit(long Id, SorteDEcrit Sorte, CibleDeControle Cible, string Auteur, DateTimeOffset Le)
{
    /// <summary>Of a visa.</summary>
    public DecisionDeVisa? Decision { get; init; }

    /// <summary>What the visa saw.</summary>
    public DonneesVues? Vues { get; init; }

    /// <summary>In objective words.</summary>
    public string? Texte { get; init; }

    /// <summary>To whom the work is given; null in an attribution that takes it back.</summary>
    public string? Personne { get; init; }

    /// <summary>The note that this one answers.</summary>
    public long? Repond { get; init; }

    /// <summary>The answer closes the note.</summary>
    public bool Clot { get; init; }
}
