using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>Saves searches and takes them away.</summary>
public static class EnregistrementDeRecherches
{
    private const int LongueurMax = 8_000;

    private static readonly string[] Ecrans = ["/bulletins", "/lignes", "/repartition", "/comparaisons", "/quoi-de-neuf", "/etats"];

    /// <summary>Maps <c>POST /recherches/enregistrer</c> and <c>POST /recherches/{id}/retirer</c>.</summary>
    public static void MapRecherches(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/recherches/enregistrer", EnregistrerAsync).WithMetadata(new ExigeAttribute(Fonctions.Rechercher), new SansPayeAttribute());
        endpoints.MapPost("/recherches/{id:long}/retirer", Retirer).WithMetadata(new ExigeAttribute(Fonctions.Rechercher), new SansPayeAttribute());
    }

    private static async Task<IResult> EnregistrerAsync(HttpContext context, Entrepot entrepot, AccesCourant acces, TimeProvider horloge)
    {
        var saisie = await context.Request.ReadFormAsync(context.RequestAborted);
        var (adresse, libelle) = (saisie["adresse"].ToString(), saisie["libelle"].ToString().Trim());
        // Only our own screens: a saved search is never a way out.
        if (libelle.Length == 0 || adresse.Length > LongueurMax || !Array.Exists(Ecrans, e => adresse == e || adresse.StartsWith(e + "?", StringComparison.Ordinal) || adresse.StartsWith(e + "/", StringComparison.Ordinal)))
            return Results.BadRequest();
        entrepot.Recherches.Enregistrer(new RechercheEnregistree(
            0, acces.Utilisateur, saisie["publique"] == "oui", libelle, saisie["description"].ToString().Trim() is { Length: > 0 } description ? description : null, adresse, horloge.GetUtcNow()));
        return Results.LocalRedirect("/recherches");
    }

    private static IResult Retirer(long id, Entrepot entrepot, AccesCourant acces) =>
        entrepot.Recherches.Supprimer(id, acces.Utilisateur) ? Results.LocalRedirect("/recherches") : Results.NotFound();
}
