namespace Xemelios.Store.TextIndex;

/// <summary>The words of pieces: answers "what holds these words".</summary>
/// <remarks>A projection: it can be deleted and fed again. It knows no rights: whoever asks says which pieces the reader may see, and
/// joins what is returned to the tables, inside the reader's perimeter. One seam, so that Lucene.Net can take the place of SQLite FTS5 when it restores.
/// One thread at a time adds, the others wait; searches go on meanwhile.</remarks>
public interface ITextIndex : IDisposable
{
    /// <summary>Adds pages in one transaction; a page already there is left alone.</summary>
    void Ajouter(IEnumerable<DocumentDePiece> pages);

    /// <summary>Whether the text of this piece (by fingerprint) was already added, even if it had none.</summary>
    bool ConnaitLaPiece(string empreinte);

    /// <summary>Whether the piece was added and no word was found in it.</summary>
    bool EstSansTexte(string empreinte);

    /// <summary>Removes every piece but these: the words of what was deleted go, from the file too.</summary>
    void NeGarderQue(IReadOnlySet<string> empreintes);

    /// <summary>Pages of pieces that match, best first, by the same rules as people (<see cref="Agents.IRechercheDAgents"/>).</summary>
    /// <param name="visible">Whether the reader may see the piece of this fingerprint: pages of the others are as if they were not there,
    /// and lend no word to the spelling help, where one would tell that they exist. Null: he sees all.</param>
    IReadOnlyList<PageTrouvee> Chercher(string texte, int limite, Func<string, bool>? visible, CancellationToken annulation);

    /// <summary>SHA-256 of all pages in key order: two indexes with the same content have the same one.</summary>
    string EmpreinteLogique();
}

/// <summary>The text of one page of one piece. A piece without text has one page with an empty text.</summary>
/// <param name="Empreinte">Fingerprint of the piece's content.</param>
/// <param name="Page">From 1.</param>
public sealed record DocumentDePiece(string Empreinte, int Page, string Texte);

/// <summary>A page that matches, with the words around them; matches stand between « and ».</summary>
public sealed record PageTrouvee(string Empreinte, int Page, string Extrait, double Score);
