using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Web.Security;

namespace Xemelios.Web.Pages.Comptes;

/// <summary>A screen whose forms change what gestion.db keeps (accounts, postes, habilitations, notes): what is refused is said on the screen, what is done too.</summary>
public abstract class FormulaireDeGestion : ComponentBase
{
    [CascadingParameter]
    public HttpContext Contexte { get; set; } = null!;

    [Inject]
    public AccesCourant Acces { get; set; } = null!;

    /// <summary>Why nothing was done.</summary>
    protected string? Refus { get; private set; }

    /// <summary>What was done.</summary>
    protected string? Fait { get; private set; }

    /// <summary>Route of the screen, for the journal.</summary>
    protected abstract string Objet { get; }

    /// <summary>Who acts: the account, or without accounts the owner of the machine.</summary>
    protected Auteur Auteur => Acces.Acces is { } acces && Acces.EstUnCompte
        ? Auteur.DuCompte(acces.Utilisateur, Acces.Depuis, Objet)
        : Auteur.DeLaMachine(Environment.UserName, Objet);

    /// <summary>What the form holds.</summary>
    protected async Task<IFormCollection> SaisieAsync() => await Contexte.Request.ReadFormAsync(Contexte.RequestAborted);

    /// <summary>Does it, then reads the screen anew.</summary>
    protected async Task FaireAsync(Func<IFormCollection, Task<string>> acte)
    {
        try
        {
            Fait = await acte(await SaisieAsync());
        }
        catch (RefusDeGestionException refus)
        {
            Refus = refus.Message;
        }

        await LireAsync();
    }

    /// <summary>Reads what the screen shows.</summary>
    protected abstract Task LireAsync();

    protected override Task OnInitializedAsync() => LireAsync();
}
