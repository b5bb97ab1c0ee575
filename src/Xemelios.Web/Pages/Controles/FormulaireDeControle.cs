using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Controles;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Store.Gestion.Notes;
using Xemelios.Web.Pages.Comptes;

namespace Xemelios.Web.Pages.Controles;

/// <summary>Something that can be written of: its key in a form, its name, and what is written of it already.</summary>
public sealed record ObjetDeControle(string Cle, string Nom, Suivi Suivi);

/// <summary>A form that writes in the carnet de contrôle, part of a page that shows what is controlled: shown to who may, and then only does.</summary>
public abstract class FormulaireDeControle : FormulaireDeGestion
{
    /// <summary>What can be written of on this page; the first one is the page itself.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ObjetDeControle> Objets { get; set; } = [];

    /// <summary>Key of the one that the address names.</summary>
    [Parameter]
    public string? Choisi { get; set; }

    /// <summary>Route of the page, for the journal.</summary>
    [Parameter, EditorRequired]
    public string Route { get; set; } = "";

    /// <summary>Where one goes once it is written.</summary>
    [Parameter, EditorRequired]
    public string Retour { get; set; } = "";

    [Inject]
    public TenueDuCarnet Tenue { get; set; } = null!;

    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    protected override string Objet => Route;

    protected override Task LireAsync() => Task.CompletedTask;

    /// <summary>Writes, then shows the page anew; a refusal is said in its place.</summary>
    protected async Task EcrireAsync(Func<IFormCollection, Acte, Task> ecrire)
    {
        if (!Acces.Permet(Fonctions.Viser))
            return;
        var lui = Acces.Qui;
        await FaireAsync(async saisie =>
        {
            await ecrire(saisie, new Acte(NatureDActe.Visa, lui.Compte, lui.Adresse, Objet) { Poste = lui.Poste });
            return "";
        });
        if (Refus is null)
            Navigation.NavigateTo(Retour);
    }

    /// <summary>What the form is about.</summary>
    protected ObjetDeControle Trouver(IFormCollection saisie)
    {
        var cle = saisie["sur"].ToString();
        return Objets.FirstOrDefault(o => o.Cle == cle) ?? throw new NoteRefuseeException("Choisissez dans la liste ce dont il s'agit.");
    }
}
