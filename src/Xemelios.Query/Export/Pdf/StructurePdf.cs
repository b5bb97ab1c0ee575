using System.Globalization;
using System.Text;

namespace Xemelios.Query.Export.Pdf;

/// <summary>The logical structure of a document (tags), which screen readers follow: written as elements close.</summary>
internal sealed class StructurePdf
{
    private readonly ObjetsPdf _objets;
    private readonly Stack<Element> _ouverts = [];
    private readonly List<int> _parents = [];

    public StructurePdf(ObjetsPdf objets)
    {
        _objets = objets;
        Racine = objets.Reserver();
        _ouverts.Push(new Element(objets.Reserver(), "Document", Racine, null));
    }

    /// <summary>The object of the whole tree.</summary>
    public int Racine { get; }

    /// <summary>Opens an element in the current one; disposing of it closes it.</summary>
    /// <param name="role">A standard type: H1, P, Table, TR, TH, TD.</param>
    public IDisposable Ouvrir(string role)
    {
        _ouverts.Push(new Element(_objets.Reserver(), role, _ouverts.Peek().Id, role == "TH" ? "/A <</O /Table /Scope /Column>>" : null));
        return new Fermeture(this);
    }

    /// <summary>A content of the page that belongs to the current element: its role, and its number in the page.</summary>
    public (string Role, int Numero) Marquer(int page, List<int> parentsDeLaPage)
    {
        var element = _ouverts.Peek();
        element.Contenus.Append(CultureInfo.InvariantCulture, $"<</Type /MCR /Pg {page} 0 R /MCID {parentsDeLaPage.Count}>> ");
        parentsDeLaPage.Add(element.Id);
        return (element.Role, parentsDeLaPage.Count - 1);
    }

    /// <summary>Ends a page: tells to which element each of its contents belongs.</summary>
    /// <returns>The rank of the page among the parents.</returns>
    public int FermerLaPage(IEnumerable<int> parentsDeLaPage)
    {
        _parents.Add(_objets.Objet($"[{Objets(parentsDeLaPage)}]"));
        return _parents.Count - 1;
    }

    public void Terminer()
    {
        var document = _ouverts.Peek().Id;
        Fermer();
        var rangs = string.Concat(_parents.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{i} {p} 0 R ")));
        _objets.Objet(Racine, string.Create(CultureInfo.InvariantCulture,
            $"<</Type /StructTreeRoot /K {document} 0 R /ParentTree <</Nums [{rangs}]>> /ParentTreeNextKey {_parents.Count}>>"));
    }

    private void Fermer()
    {
        var element = _ouverts.Pop();
        _objets.Objet(element.Id, string.Create(CultureInfo.InvariantCulture,
            $"<</Type /StructElem /S /{element.Role} /P {element.Parent} 0 R {element.Attributs} /K [{element.Contenus}]>>"));
        if (_ouverts.TryPeek(out var parent))
            parent.Contenus.Append(CultureInfo.InvariantCulture, $"{element.Id} 0 R ");
    }

    private static string Objets(IEnumerable<int> ids) => string.Join(' ', ids.Select(id => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R")));

    private sealed record Element(int Id, string Role, int Parent, string? Attributs)
    {
        public StringBuilder Contenus { get; } = new();
    }

    private sealed class Fermeture(StructurePdf structure) : IDisposable
    {
        public void Dispose() => structure.Fermer();
    }
}
