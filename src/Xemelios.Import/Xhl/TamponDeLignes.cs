using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>The lines of the bulletins being read, side by side in one array that is used again.</summary>
internal sealed class TamponDeLignes
{
    private LigneDePaye[] _lignes = new LigneDePaye[256];

    public int Nombre { get; private set; }

    /// <summary>An empty line at the end, to be filled where it is before another is asked for.</summary>
    public ref LigneDePaye Nouvelle()
    {
        if (Nombre == _lignes.Length)
            Array.Resize(ref _lignes, Nombre * 2);
        ref var ligne = ref _lignes[Nombre++];
        ligne = default;
        return ref ligne;
    }

    /// <summary>Takes back the last one.</summary>
    public void Retirer() => Nombre--;

    /// <summary>The lines added since there were this many.</summary>
    public ArraySegment<LigneDePaye> Depuis(int debut) => new(_lignes, debut, Nombre - debut);

    public void Vider() => Nombre = 0;
}
