using Xemelios.Store;
using Xemelios.Store.Gestion;

namespace Xemelios.Import.Suppressions;

/// <summary>What one reception no longer brings, because it was deleted since.</summary>
internal sealed class Ecartes
{
    private readonly IReadOnlyDictionary<ElementSupprime, long> _elements;
    private readonly ILookup<string, long> _receptions;

    public Ecartes(Entrepot entrepot)
    {
        _elements = entrepot.Suppressions.Ecartes();
        _receptions = (_elements.Count == 0 ? [] : entrepot.Receptions.Lister())
            .Where(r => r.Etat is Etats.Importe or Etats.Remplace or Etats.DejaImporte).ToLookup(r => r.Empreinte, r => r.Id, StringComparer.Ordinal);
    }

    /// <summary>Nothing was ever deleted.</summary>
    public bool EstVide => _elements.Count == 0;

    public bool Contenu(string empreinte, long reception) => Est(new ElementSupprime(empreinte, SorteDElement.Contenu), reception);

    public bool Bordereau(string flux, int rang, long reception) => Est(new ElementSupprime(flux, SorteDElement.Bordereau, rang), reception);

    public bool Piece(string contenant, int indice, long reception) => Est(new ElementSupprime(contenant, SorteDElement.Piece, indice), reception);

    /// <summary>The container is stored without all that it carries, and this is its first arrival since.</summary>
    public bool Incomplet(string contenant, long reception) =>
        _elements.TryGetValue(new ElementSupprime(contenant, SorteDElement.Incomplet), out var derniere) && derniere < reception
        && !_receptions[contenant].Any(r => derniere < r && r < reception);

    private bool Est(ElementSupprime element, long reception) => _elements.TryGetValue(element, out var derniere) && reception <= derniere;
}

/// <summary>What was deleted, as it concerns one reception.</summary>
internal sealed record EcartesDUneReception(Ecartes Ecartes, long Reception)
{
    public bool Contenu(string empreinte) => Ecartes.Contenu(empreinte, Reception);

    public bool Bordereau(string flux, int rang) => Ecartes.Bordereau(flux, rang, Reception);

    public bool Piece(string contenant, int indice) => Ecartes.Piece(contenant, indice, Reception);

    public bool Incomplet(string contenant) => Ecartes.Incomplet(contenant, Reception);
}
