namespace Xemelios.Query.Export;

/// <summary>What the cells of a column hold, besides null.</summary>
public enum TypeDeColonne
{
    /// <summary><see cref="string"/>.</summary>
    Texte,

    /// <summary><see cref="int"/> or <see cref="long"/>.</summary>
    Entier,

    /// <summary><see cref="decimal"/>, four decimals at most: hours, rates, bases.</summary>
    Nombre,

    /// <summary><see cref="Domain.Valeurs.Montant"/>, in euros.</summary>
    Montant,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="Domain.Valeurs.MoisDePaye"/>.</summary>
    Mois,
}

/// <summary>One column of an answer that can leave the program.</summary>
/// <param name="Cle">Stable, snake case without accents, as in JSON and addresses.</param>
/// <param name="Titre">As on the screen.</param>
public sealed record ColonneDeTable(string Cle, string Titre, TypeDeColonne Type);

/// <summary>An answer as a table: what every export writes, and nothing that the screen does not show.</summary>
/// <param name="Lignes">Read once, one after the other, never held together: a million rows pass through.</param>
public sealed record TableDeReponse(string Titre, IReadOnlyList<ColonneDeTable> Colonnes, IEnumerable<IReadOnlyList<object?>> Lignes)
{
    /// <summary>Totals of the whole answer, one cell a column; null without any.</summary>
    public IReadOnlyList<object?>? Totaux { get; init; }
}

/// <summary>What must be known of an answer once it has left the program.</summary>
/// <param name="Criteres">The question as a French sentence.</param>
/// <param name="Etabli">When it was asked.</param>
/// <param name="Utilisateur">Who asked.</param>
/// <param name="Sources">The files that the answer is drawn from.</param>
public sealed record ProvenanceDeTable(string Criteres, DateTimeOffset Etabli, string Utilisateur, IReadOnlyList<FichierSource> Sources);

/// <summary>A source file and its SHA-256.</summary>
public sealed record FichierSource(string Nom, string Empreinte);
