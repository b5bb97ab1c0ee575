using Microsoft.AspNetCore.Components;
using Xemelios.Web.Pages;

namespace Xemelios.Web.Components.Layout;

/// <summary>The frame of the page that is open: what its address says, else what the page says of what it shows.</summary>
public sealed class CadreCourant(NavigationManager navigation)
{
    private (string Adresse, Cadre Cadre)? _dit;

    /// <summary>The page has just said where it is.</summary>
    public event EventHandler? AChange;

    public Cadre Cadre => _dit is { } dit && dit.Adresse == navigation.Uri ? dit.Cadre : Cadre.Lire(Adresse.AbsolutePath, Adresse.Query);

    /// <summary>The screen that is open.</summary>
    public string Ecran => Cadre.EcranDe(Adresse.AbsolutePath);

    private Uri Adresse => new(navigation.Uri);

    /// <summary>What a page shows that its address does not say: a bulletin, a piece.</summary>
    public void Dire(Cadre cadre)
    {
        _dit = (navigation.Uri, cadre);
        AChange?.Invoke(this, EventArgs.Empty);
    }
}

/// <summary>A part of the page that follows the frame.</summary>
public abstract class PartieDuCadre : ComponentBase, IDisposable
{
    [Inject] protected CadreCourant Courant { get; set; } = null!;

    protected override void OnInitialized() => Courant.AChange += Suivre;

    public void Dispose()
    {
        Courant.AChange -= Suivre;
        GC.SuppressFinalize(this);
    }

    private void Suivre(object? courant, EventArgs rien) => _ = InvokeAsync(StateHasChanged);
}
