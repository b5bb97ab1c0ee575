using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Xemelios.Web.Security;

/// <summary>An interactive component: what its type asks by <see cref="ExigeAttribute"/> is asked again each time that something is done on
/// it. Who has lost the right, or never had it, does nothing.</summary>
/// <remarks>The page was given to someone who might see it; it stays open, and what a browser sends over the circuit is only its word.</remarks>
public abstract class Ilot : ComponentBase, IHandleEvent
{
    [Inject]
    public AccesCourant Acces { get; set; } = null!;

    /// <summary>What the component asks of whoever acts on it.</summary>
    protected bool EstPermis => GetType().GetCustomAttribute<ExigeAttribute>()?.EstPermis(Acces.Acces) == true;

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        if (!EstPermis)
            return;
        var acte = item.InvokeAsync(arg);
        StateHasChanged();
        if (acte.IsCompletedSuccessfully)
            return;
        await acte;
        StateHasChanged();
    }
}
