using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Import.Archivages;
using Xemelios.Import.Reconstructions;
using Xemelios.Store;
using Xemelios.Web.Pages.Archives;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>Archives what a person confirmed.</summary>
public static class ExecutionDArchivages
{
    private const int MotifMax = 200;

    /// <summary>Maps <c>POST /archives/executer</c>.</summary>
    public static void MapArchivages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(AdresseDArchivage.Executer, ExecuterAsync)
            // Its own act, with its reason, is written before it is done.
            .WithMetadata(new ExigeAttribute(Fonctions.Supprimer), new SansPayeAttribute());

    private static async Task<IResult> ExecuterAsync(HttpContext context, Entrepot entrepot, Questions questions, AccesCourant acces, IJournal journal, TimeProvider horloge)
    {
        var formulaire = await context.Request.ReadFormAsync(context.RequestAborted);
        var cible = AdresseDArchivage.Lire(nom => formulaire[nom].FirstOrDefault());
        if (cible is null || !questions.Perimetre.Contient(cible.Siret, cible.Budget, cible.Exercice))
            return Results.NotFound();
        var motif = formulaire["motif"].ToString().Trim();
        if (motif.Length is 0 or > MotifMax)
            return Results.BadRequest();
        var lui = acces.Qui;
        var acte = new Acte(NatureDActe.Archivage, lui.Compte, lui.Adresse, AdresseDArchivage.Executer) { Poste = lui.Poste, Motif = motif };
        try
        {
            var plan = await Task.Run(() => new Archivage(entrepot, horloge).Executer(cible, acte, journal));
            return plan.EstVide ? Results.NotFound() : Results.LocalRedirect($"{AdresseDArchivage.Page}?faite=1");
        }
        catch (Exception refus) when (refus is RefusDArchivageException or ReconstructionEnCoursException)
        {
            return Results.Text(refus.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
