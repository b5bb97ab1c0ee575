using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion;
using Xemelios.Web.Security;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Endpoints;

/// <summary>The long works of whoever asks: what runs, what has just ended, what was made.</summary>
public static class TravauxEnCours
{
    private const string Ecran = "/travaux";

    /// <summary>Maps <c>/api/travaux</c> and <c>/travaux/{id}/fichier</c>.</summary>
    public static void MapTravaux(this IEndpointRouteBuilder endpoints)
    {
        var travaux = endpoints.MapGroup("/api/travaux").WithMetadata(new ExigeAttribute(Fonctions.Aucune));
        travaux.MapGet("/", Regarder).WithMetadata(new SansPayeAttribute());
        // What it will read is written in the journal when it is read.
        travaux.MapPost("/exports", ([FromForm] string? adresse, MesTravaux miens) => Demander(adresse, miens)).WithMetadata(new ExigeAttribute(Fonctions.Exporter), new SansPayeAttribute());
        travaux.MapPost("/reconstruction", (FileDeReconstructions file, AccesCourant acces) => Reconstruire(file, acces))
            .WithMetadata(new ExigeAttribute(Fonctions.Administrer), new JournaliseAttribute(NatureDActe.Reconstruction));
        travaux.MapPost("/{id}/annuler", (string id, MesTravaux miens) => miens.Annuler(id) ? Results.Redirect(Ecran) : Results.NotFound()).WithMetadata(new SansPayeAttribute());
        travaux.MapPost("/{id}/vu", (string id, MesTravaux miens) => Vu(id, miens)).WithMetadata(new SansPayeAttribute());
        endpoints.MapGet(Ecran + "/{id}/fichier", (string id, MesTravaux miens, FileDExports exports) => Fichier(id, miens, exports))
            .WithMetadata(new ExigeAttribute(Fonctions.Exporter), new JournaliseAttribute(NatureDActe.Export));
    }

    private static IResult Regarder(MesTravaux miens)
    {
        var tous = miens.Lister();
        return Results.Json(new
        {
            actifs = tous.Count(t => !t.EstFini),
            finis = tous.Where(t => t is { EstFini: true, Vu: false }).Take(5).Select(t => new { id = t.Id, texte = $"{t.Libelle} : {Fin(t)}", adresse = miens.Adresse(t) ?? Ecran }),
        });
    }

    private static string Fin(Travail travail) => travail.Etat switch
    {
        EtatDeTravail.Termine => travail.Sorte == Travail.Export ? "le fichier est prêt." : "terminé.",
        EtatDeTravail.Annule => "annulé.",
        _ => "échec.",
    };

    private static IResult Demander(string? adresse, MesTravaux miens)
    {
        if (!ExecutionDExportDiffere.EstDifferable(adresse))
            return Results.BadRequest();
        miens.Demander(adresse!);
        return Results.Redirect(Ecran);
    }

    private static RedirectHttpResult Reconstruire(FileDeReconstructions file, AccesCourant acces)
    {
        file.Demander(acces.Utilisateur, acces.Acces?.Poste);
        return TypedResults.Redirect(Ecran);
    }

    private static IResult Vu(string id, MesTravaux miens)
    {
        miens.MarquerVu(id);
        return Results.NoContent();
    }

    private static IResult Fichier(string id, MesTravaux miens, FileDExports exports)
    {
        if (miens.Trouver(id) is not { } travail || exports.Fichier(travail) is not { } fichier)
            return Results.NotFound();
        miens.MarquerVu(id);
        var flux = new FileStream(fichier, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        return Results.File(flux, "application/octet-stream", travail.Resultat);
    }
}
