namespace Xemelios.Store.TextIndex;

/// <summary>The words of people and pieces: answers "who or what holds these words", never amounts.</summary>
/// <remarks>A projection: it can be deleted and fed again. Rights are not its business: whoever asks joins what it returns to the
/// tables, inside the reader's perimeter. One seam, so that Lucene.Net can take the place of SQLite FTS5 when it restores.
/// One thread at a time adds, the others wait; searches go on meanwhile.</remarks>
public interface ITextIndex : IDisposable
{
    /// <summary>Adds documents in one transaction; a document already there is left alone.</summary>
    void Ajouter(IEnumerable<DocumentDAgent> agents, IEnumerable<DocumentDePiece> pages);

    /// <summary>Whether the text of this piece (by fingerprint) was already added, even if it had none.</summary>
    bool ConnaitLaPiece(string empreinte);

    /// <summary>Agents that match, best first: accents, case and word order do not matter, the last word matches by prefix, one
    /// typing error in a word of five letters or more is forgiven when nothing matches exactly, quoted words match exactly.</summary>
    /// <remarks>All words must match. A word that no document holds gives way to its neighbours: one typing error away, or the same
    /// number with other leading zeros; when no document holds all words, every word does. Quoted words stand side by side, without
    /// prefix or error. The first 1 000 characters are read; a text without letters or digits finds nothing. Best is: matricule and
    /// name, then first name, then the others; ties are in the order of keys.</remarks>
    IReadOnlyList<AgentTrouve> ChercherLesAgents(string texte, int limite, CancellationToken annulation);

    /// <summary>Pages of pieces that match, best first, by the same rules.</summary>
    IReadOnlyList<PageTrouvee> ChercherLesPieces(string texte, int limite, CancellationToken annulation);

    /// <summary>SHA-256 of all documents in key order: two indexes with the same content have the same one.</summary>
    string EmpreinteLogique();
}

/// <summary>One distinct description of one agent of one employer.</summary>
public sealed record DocumentDAgent(
    string Siret, string Matricule, string Nom, string Prenom, string Emploi, string Grade, string Service);

/// <summary>The text of one page of one piece. A piece without text has one page with an empty text.</summary>
/// <param name="Empreinte">Fingerprint of the piece's content.</param>
/// <param name="Page">From 1.</param>
public sealed record DocumentDePiece(string Empreinte, int Page, string Texte);

/// <summary>An agent that matches; higher scores are better.</summary>
public sealed record AgentTrouve(DocumentDAgent Agent, double Score);

/// <summary>A page that matches, with the words around them; matches stand between « and ».</summary>
public sealed record PageTrouvee(string Empreinte, int Page, string Extrait, double Score);
