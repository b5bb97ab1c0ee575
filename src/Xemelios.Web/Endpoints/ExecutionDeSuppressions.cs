using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Import.Archivages;
using Xemelios.Import.Reconstructions;
using Xemelios.Import.Suppressions;
using Xemelios.Store;
using Xemelios.Web.Pages.Suppressions;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>Deletes what a person confirmed.</summary>
public static class ExecutionDeSuppressions
{
    private const int MotifMax = 200;

    /// <summary>Maps <c>POST /suppression/executer</c>.</summary>
    public static void MapSuppressions(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(AdresseDeSuppression.Executer, ExecuterAsync)
            // Its own act, with its reason, is written before it is done.
            .WithMetadata(new ExigeAttribute(Fonctions.Supprimer), new SansPayeAttribute());

    private static async Task<IResult> ExecuterAsync(HttpContext context, Entrepot entrepot, Questions questions, AccesCourant acces, IJournal journal, TimeProvider horloge)
    {
        var formulaire = await context.Request.ReadFormAsync(context.RequestAborted);
        var cible = AdresseDeSuppression.Lire(nom => formulaire[nom].FirstOrDefault());
        if (cible is null || !questions.EstPermise(entrepot, cible))
            return Results.NotFound();
        var motif = formulaire["motif"].ToString().Trim();
        if (motif.Length is 0 or > MotifMax)
            return Results.BadRequest();
        var lui = acces.Qui;
        var acte = new Acte(NatureDActe.Suppression, lui.Compte, lui.Adresse, AdresseDeSuppression.Executer) { Poste = lui.Poste, Motif = motif };
        try
        {
            var plan = await Task.Run(() => new Suppression(entrepot, horloge).Executer(cible, acte, journal));
            return plan.EstVide ? Results.NotFound() : Results.LocalRedirect($"{AdresseDeSuppression.Page}?faite=1");
        }
        catch (Exception refus) when (refus is RefusDArchivageException or ReconstructionEnCoursException)
        {
            return Results.Text(refus.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
