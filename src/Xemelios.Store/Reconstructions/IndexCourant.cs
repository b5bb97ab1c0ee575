using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Reconstructions;

/// <summary>The text index that everybody reads at this moment: a search that is under way when another takes its place ends on the former.</summary>
internal sealed class IndexCourant(Entrepot entrepot) : ITextIndex
{
    public void Ajouter(IEnumerable<DocumentDePiece> pages) => Faire(i => i.Ajouter(pages));

    public bool ConnaitLaPiece(string empreinte) => entrepot.Lire(p => p.Pieces.ConnaitLaPiece(empreinte));

    public bool EstSansTexte(string empreinte) => entrepot.Lire(p => p.Pieces.EstSansTexte(empreinte));

    public void NeGarderQue(IReadOnlySet<string> empreintes) => Faire(i => i.NeGarderQue(empreintes));

    public IReadOnlyList<PageTrouvee> Chercher(string texte, int limite, Func<string, bool>? visible, CancellationToken annulation) =>
        entrepot.Lire(p => p.Pieces.Chercher(texte, limite, visible, annulation));

    public string EmpreinteLogique() => entrepot.Lire(p => p.Pieces.EmpreinteLogique());

    /// <summary>It closes with the base that it is part of.</summary>
    public void Dispose()
    {
    }

    private void Faire(Action<ITextIndex> faire) => entrepot.Lire(p =>
    {
        faire(p.Pieces);
        return true;
    });
}
