using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Xemelios.Domain.Habilitations;
using Xemelios.Query;

namespace Xemelios.Web.Pages;

/// <summary>A screen on one état: reads which one from the address, and answers "not found" when there is none.</summary>
public abstract class PageDEtat : ComponentBase
{
    [Parameter] public string Siret { get; set; } = "";

    [Parameter] public string Budget { get; set; } = "";

    [Parameter] public string Mois { get; set; } = "";

    /// <summary>Empty for the train without a name; absent for all trains together.</summary>
    [SupplyParameterFromQuery] public string? Train { get; set; }

    [Inject] protected Questions Questions { get; set; } = null!;

    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Asks about the état of the address.</summary>
    protected T? Demander<T>(Func<AdresseDEtat, Func<DbConnection, Perimetre, T>> question)
        where T : class
    {
        try
        {
            if (AdresseDEtat.Lire(Siret, Budget, Mois, Train) is { } lieu)
                return Questions.Poser(question(lieu));
        }
        catch (EtatIntrouvableException)
        {
            // Outside of the perimeter or nowhere: the answer is the same.
        }

        Navigation.NotFound();
        return null;
    }
}
