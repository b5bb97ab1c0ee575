using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Xemelios.Domain.Habilitations;
using Xemelios.Query;
using Xemelios.Store;
using Xemelios.Store.Gestion.Echantillons;
using Xemelios.Web.Pages.Comptes;

namespace Xemelios.Web.Pages.Echantillons;

/// <summary>A screen whose forms write plans, samples or ticks: for whoever may visa; what is refused is said in its place, with what was typed.</summary>
public abstract class FormulaireDEchantillon : FormulaireDeGestion
{
    private IFormCollection? _saisie;

    [Inject]
    public TenueDesEchantillons Tenue { get; set; } = null!;

    [Inject]
    public Entrepot Entrepot { get; set; } = null!;

    [Inject]
    public Questions Questions { get; set; } = null!;

    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    protected bool PeutEcrire => Acces.Permet(Fonctions.Viser);

    /// <summary>Writes, then goes where the result is seen.</summary>
    /// <param name="ecrire">Gives the address to go to; null stays.</param>
    protected async Task EcrireAsync(Func<IFormCollection, Acte, string?> ecrire)
    {
        if (!PeutEcrire)
            return;
        var lui = Acces.Qui;
        string? adresse = null;
        await FaireAsync(saisie =>
        {
            _saisie = saisie;
            try
            {
                adresse = ecrire(saisie, new Acte(NatureDActe.Visa, lui.Compte, lui.Adresse, Objet) { Poste = lui.Poste });
            }
            catch (QuestionRefuseeException refus)
            {
                throw new EchantillonRefuseException(refus.Message);
            }

            return Task.FromResult("");
        });
        if (Refus is null && adresse is not null)
            Navigation.NavigateTo(adresse);
    }

    /// <summary>What a field shows: what was typed, when it was just refused.</summary>
    protected string? Saisi(string champ, string? sinon = null) => Refus is not null && _saisie?.TryGetValue(champ, out var valeur) == true ? valeur.ToString() : sinon;
}
