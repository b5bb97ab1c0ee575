using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Tests.TextIndex;

/// <summary>An index of pieces in a folder of its own, with short ways to fill it and ask it.</summary>
internal sealed class IndexDEssai : IDisposable
{
    private readonly DossierDEssai dossier = new();

    public IndexDEssai() => Index = SqliteTextIndex.Ouvrir(Chemin);

    public string Chemin => dossier.Fichier("recherche.db");

    public SqliteTextIndex Index { get; private set; }

    public static IndexDEssai AvecPages(params string[] textes)
    {
        var essai = new IndexDEssai();
        essai.Index.Ajouter(textes.Select((texte, rang) => new DocumentDePiece("piece", rang + 1, texte)));
        return essai;
    }

    public IReadOnlyList<PageTrouvee> Pages(string texte, Func<string, bool>? visible = null) => Index.Chercher(texte, 50, visible, CancellationToken.None);

    public void Rouvrir()
    {
        Index.Dispose();
        Index = SqliteTextIndex.Ouvrir(Chemin);
    }

    public void Dispose()
    {
        Index.Dispose();
        dossier.Dispose();
    }
}
