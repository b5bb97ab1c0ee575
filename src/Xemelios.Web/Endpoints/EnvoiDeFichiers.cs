using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Web.Imports;
using Xemelios.Web.Security;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Endpoints;

/// <summary>Batches sent by the browser: opened, filled with one raw body a file or with pieces of files, launched, looked at, stopped.</summary>
public static class EnvoiDeFichiers
{
    private const int CheminLePlusLong = 1024;

    /// <summary>Maps <c>/api/imports</c>.</summary>
    public static void MapEnvoiDeFichiers(this IEndpointRouteBuilder endpoints)
    {
        var imports = endpoints.MapGroup("/api/imports").WithMetadata(new ExigeAttribute(Fonctions.Importer));
        imports.MapPost("/", (FileDImports file, ImportsVisibles vus) => Results.Json(new { lot = file.Ouvrir(OrigineDImport.Navigateur, vus.Moi) })).WithMetadata(new SansPayeAttribute());
        imports.MapPost("/{lot}/fichiers", Recevoir).WithMetadata(new SansPayeAttribute());
        imports.MapPost("/{lot}/fichiers/{rang:int}", RecevoirUnMorceau).WithMetadata(new SansPayeAttribute());
        imports.MapGet("/{lot}/fichiers/{rang:int}", (string lot, int rang, FileDImports file, ImportsVisibles vus) => vus.EstSien(lot) ? Etat(file.EtatDuFichier(lot, rang)) : Results.NotFound()).WithMetadata(new SansPayeAttribute());
        imports.MapPost("/{lot}/lancer", Lancer).WithMetadata(new JournaliseAttribute(NatureDActe.Import));
        imports.MapPost("/{lot}/confirmer", ConfirmerAsync)
            .WithMetadata(new JournaliseAttribute(NatureDActe.Import));
        imports.MapPost("/{lot}/annuler", (string lot, FileDImports file, ImportsVisibles vus) => vus.EstSien(lot) && file.Arreter(lot) ? Results.NoContent() : Results.NotFound()).WithMetadata(new SansPayeAttribute());
        imports.MapGet("/{lot}", Regarder).WithMetadata(new SansPayeAttribute());
    }

    /// <summary>All files are sent: they are imported, unless that would replace something; then someone is asked.</summary>
    private static IResult Lancer(string lot, FileDImports file, ImportsVisibles vus, AnnoncesDImport annonces)
    {
        if (!vus.EstSien(lot))
            return Results.NotFound();
        var annonce = annonces.De(lot);
        return (annonce.DemandeUneReponse ? file.DemanderUneReponse(lot) : file.Lancer(lot, annonce.Budgets)) ? Results.NoContent() : Results.NotFound();
    }

    /// <summary>Imports what a person said yes to. When a budget is still to be said, or what was said would replace more than was shown, the page asks again.</summary>
    private static async Task<IResult> ConfirmerAsync(string lot, HttpContext context, FileDImports file, ImportsVisibles vus, AnnoncesDImport annonces, ReponsesDeBudget reponses)
    {
        if (!vus.EstSien(lot) || file.Trouver(lot) is not { EstOuvert: true })
            return Results.NotFound();
        var annonce = annonces.De(lot);
        if (context.Request.HasFormContentType && annonce.SansBudget.Count > 0)
        {
            if (!reponses.Retenir(lot, annonce, await context.Request.ReadFormAsync(context.RequestAborted)))
                return Results.BadRequest();
            var montres = annonce.Remplaces;
            annonce = annonces.De(lot);
            if (annonce.Remplaces > montres)
                return Results.Redirect($"/import/{lot}");
        }

        if (!annonce.EstRepondu)
            return Results.Redirect($"/import/{lot}");
        return file.Lancer(lot, annonce.Budgets) ? Results.Redirect($"/import/{lot}") : Results.NotFound();
    }

    private static IResult Recevoir(string lot, string? chemin, HttpContext context, FileDImports file, ImportsVisibles vus, PlaceDesEnvois place)
    {
        if (!EstUnChemin(chemin))
            return Results.BadRequest();
        if (!vus.EstSien(lot))
            return Results.NotFound();
        if (place.Refuser(context.Request.ContentLength) is { } refus)
            return refus;
        // Here alone a body is large, and the originals are hashed by a plain copy that reads as it writes.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = place.Maximum;
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        try
        {
            return file.Recevoir(lot, context.Request.Body, chemin!, context.RequestAborted) is not null ? Results.NoContent() : Results.NotFound();
        }
        catch (BadHttpRequestException trop) when (trop.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return place.TropGrand;
        }
        catch (IOException) when (!place.Reste(0))
        {
            return PlaceDesEnvois.DisquePlein;
        }
    }

    /// <summary>Says where the file stands after the piece: as before, when it was no piece for it.</summary>
    private static async Task<IResult> RecevoirUnMorceau(string lot, int rang, string? chemin, long? octets, long? debut, HttpContext context, FileDImports file, ImportsVisibles vus, PlaceDesEnvois place)
    {
        if (!EstUnChemin(chemin) || rang < 0 || octets is not >= 0 || debut is not >= 0 || debut > octets)
            return Results.BadRequest();
        if (!vus.EstSien(lot))
            return Results.NotFound();
        // What is left to come, and once all is there the copy that is put away.
        if (octets > place.Maximum || context.Request.ContentLength > PlaceDesEnvois.PlusGrandMorceau)
            return place.TropGrand;
        if (!place.Reste(2 * octets.Value - debut.Value))
            return PlaceDesEnvois.DisquePlein;
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = PlaceDesEnvois.PlusGrandMorceau;
        try
        {
            return Etat(await file.RecevoirUnMorceauAsync(lot, rang, new MorceauDeFichier(chemin!, octets.Value, debut.Value), context.Request.Body, context.RequestAborted));
        }
        catch (BadHttpRequestException trop) when (trop.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return place.TropGrand;
        }
        catch (IOException) when (!place.Reste(0))
        {
            return PlaceDesEnvois.DisquePlein;
        }
    }

    private static bool EstUnChemin(string? chemin) => !string.IsNullOrWhiteSpace(chemin) && chemin.Length <= CheminLePlusLong && !chemin.Any(char.IsControl);

    private static IResult Etat(EtatDEnvoi? etat) => etat is null ? Results.NotFound() : Results.Json(new { recus = etat.Recus, complet = etat.Complet, reconnu = etat.Reconnu is null ? null : FichiersDeposes.Dire(etat.Reconnu) });

    /// <summary>Whoever follows a batch to its end is not told of it again.</summary>
    private static IResult Regarder(string lot, FileDImports file, ImportsVisibles vus, MesTravaux miens)
    {
        var fini = file.EstRange(lot);
        if (vus.Trouver(lot) is not { } suivi)
            return Results.NotFound();
        if (fini)
            miens.MarquerVu(lot);
        return Results.Json(Avancement(suivi, fini));
    }

    private static object Avancement(SuiviDImport suivi, bool fini) => new
    {
        fini,
        texte = TexteDAvancement.De(suivi),
        fichier = suivi.Avancement?.Fichier ?? "",
        fichiersFaits = suivi.Avancement?.FichiersFaits ?? 0,
        fichiersEnTout = suivi.Avancement?.FichiersEnTout ?? 0,
        octetsFaits = suivi.Avancement?.OctetsFaits ?? 0,
        octetsEnTout = suivi.Avancement?.OctetsEnTout ?? 0,
        bulletins = suivi.Avancement?.BulletinsDuFichier ?? 0,
    };
}
