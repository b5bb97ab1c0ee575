namespace Xemelios.Store.TextIndex;

/// <summary>The text of a PDF page by page, or why there is none.</summary>
/// <param name="Pages">One a page, in order; empty texts for pages that hold images only. None when there is a reason.</param>
public sealed record TexteDePdf(IReadOnlyList<string> Pages, RaisonSansTexte? Raison)
{
    /// <summary>Without text, for this reason.</summary>
    public static TexteDePdf Sans(RaisonSansTexte raison) => new([], raison);

    /// <summary>What the index should hold of it: pages with words; one empty page when there are none, so that the piece counts as
    /// read. Nothing when the program is absent: the piece can be read the day it is installed.</summary>
    public IReadOnlyList<DocumentDePiece> EnDocuments(string empreinte)
    {
        if (Raison == RaisonSansTexte.ProgrammeAbsent)
            return [];
        var pages = Pages.Select((texte, rang) => new DocumentDePiece(empreinte, rang + 1, texte))
            .Where(page => !string.IsNullOrWhiteSpace(page.Texte)).ToList();
        return pages.Count > 0 ? pages : [new(empreinte, 1, "")];
    }
}

/// <summary>Why a PDF has no text.</summary>
public enum RaisonSansTexte
{
    /// <summary>pdftotext is not installed.</summary>
    ProgrammeAbsent,

    /// <summary>pdftotext could not read it: no PDF, damaged, protected, or too much memory.</summary>
    Refuse,

    /// <summary>It took longer than it may.</summary>
    TropLong,

    /// <summary>More text than a piece may hold.</summary>
    TropVolumineux,
}
