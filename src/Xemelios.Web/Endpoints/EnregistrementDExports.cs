using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Query;
using Xemelios.Query.ExportsConfigures;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web.Pages.ExportsConfigures;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>Saves configurations of export and takes them away.</summary>
public static class EnregistrementDExports
{
    private const int LibelleMax = 120;

    /// <summary>Maps <c>POST /exports/configuration</c>, <c>…/{code}</c> and <c>…/{code}/supprimer</c>.</summary>
    public static void MapEnregistrementDExports(this IEndpointRouteBuilder endpoints)
    {
        var ecritures = endpoints.MapGroup(AdresseDExport.Configuration).WithMetadata(new ExigeAttribute(Fonctions.Exporter), new SansPayeAttribute());
        // Before the page of the same address, which would take the POST as its own.
        ecritures.MapPost("", (HttpContext context, Entrepot entrepot, AccesCourant acces, TimeProvider horloge) => EnregistrerAsync(null, context, entrepot, acces, horloge)).WithOrder(-1);
        ecritures.MapPost("{code}", EnregistrerAsync).WithOrder(-1);
        ecritures.MapPost("{code}/supprimer", (string code, Entrepot entrepot, AccesCourant acces) =>
            entrepot.Exports.Supprimer(code, acces.Utilisateur) ? Results.LocalRedirect(AdresseDExport.Liste) : Results.NotFound());
    }

    /// <summary>Why a configuration was not saved.</summary>
    public static string Dire(string refus) => refus switch
    {
        "code" => "Le code doit compter de 1 à 40 lettres sans accent, chiffres ou tirets, et ne pas être lignes, categorie, rubrique ni caisse.",
        "libelle" => "Donnez un libellé de 120 caractères au plus.",
        "champs" => "Cochez au moins un champ.",
        _ => "Ce code est déjà pris, ou la configuration est celle d'un autre.",
    };

    private static async Task<IResult> EnregistrerAsync(string? code, HttpContext context, Entrepot entrepot, AccesCourant acces, TimeProvider horloge)
    {
        var formulaire = await context.Request.ReadFormAsync(context.RequestAborted);
        if (CodeDeConfiguration.LireSujet(formulaire["sujet"]) is not { } sujet)
            return Results.BadRequest();
        var saisie = new SaisieDeConfiguration(sujet, formulaire["code"].ToString().Trim(), formulaire["libelle"].ToString().Trim(), [.. formulaire["champ"].OfType<string>()], null);
        var refus = Refuser(saisie);
        if (refus is null && !Ecrire(code, saisie, acces.Utilisateur, entrepot.Exports, horloge))
            refus = "pris";
        return Results.LocalRedirect(refus is null
            ? AdresseDExport.Liste
            : (saisie with { Refus = refus }).Vers(code is null ? AdresseDExport.Configuration : AdresseDExport.Modifier(Uri.EscapeDataString(code))));
    }

    private static string? Refuser(SaisieDeConfiguration saisie)
    {
        if (!CodeDeConfiguration.EstPossible(saisie.Code)) return "code";
        if (saisie.Libelle.Length is 0 or > LibelleMax) return "libelle";
        try
        {
            ChampsDExport.Choisir(saisie.Sujet, saisie.Champs);
            return null;
        }
        catch (CritereInconnuException)
        {
            return "champs";
        }
    }

    private static bool Ecrire(string? ancien, SaisieDeConfiguration saisie, string createur, ConfigurationsDExport exports, TimeProvider horloge)
    {
        var configuration = new ConfigurationDExport(saisie.Code, saisie.Libelle, createur, horloge.GetUtcNow(), saisie.Sujet.ToString(), [.. saisie.Champs]);
        return ancien is null ? exports.Ajouter(configuration) : exports.Modifier(ancien, configuration);
    }
}
