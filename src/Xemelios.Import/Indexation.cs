using Xemelios.Import.Intake;
using Xemelios.Store;
using Xemelios.Store.TextIndex;

namespace Xemelios.Import;

/// <summary>Feeds the text index with the pieces that a received file brought, once its data are committed.</summary>
internal sealed class Indexation(Entrepot entrepot)
{
    private readonly List<DocumentDePiece> _pages = [];
    private readonly HashSet<string> _pieces = [];
    private readonly ExtracteurDeTexte _extracteur = new(entrepot.DossierTemporaire);

    /// <summary>Reads the words of a piece; false when it has text that could not be read.</summary>
    public bool Piece(Arrivage piece, TypeDeContenu type, CancellationToken annulation)
    {
        var empreinte = piece.Empreinte.Hexadecimal;
        if (type != TypeDeContenu.Pdf || !_pieces.Add(empreinte) || entrepot.Pieces.ConnaitLaPiece(empreinte))
            return true;
        using var contenu = piece.Ouvrir();
        var texte = _extracteur.Extraire(contenu, annulation);
        _pages.AddRange(texte.EnDocuments(empreinte));
        return texte.Pages.Count > 0;
    }

    /// <summary>Writes everything to the index. Adding twice changes nothing, so an interrupted import only does it again.</summary>
    public void Verser()
    {
        using var etape = Etapes.Commencer("indexation");
        if (_pages.Count > 0)
            entrepot.Pieces.Ajouter(_pages);
        _pages.Clear();
    }
}
