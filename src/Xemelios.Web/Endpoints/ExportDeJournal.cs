using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Journaux;
using Xemelios.Store;
using Xemelios.Web.Pages.Journaux;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>What the screen of the journal asks, whole, as a file.</summary>
public static class ExportDeJournal
{
    /// <summary>Maps <c>/exports/journal</c>, which takes the query of the screen.</summary>
    public static void MapExportDeJournal(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/exports/journal.{format}", (string format, HttpContext context, FichiersDExport fichiers, AccesCourant acces, Entrepot entrepot) =>
                fichiers.Envoyer(format, (_, _) => ExportDuJournal.De(AdresseDeJournal.Lire(context.Request.GetEncodedUrl()).DansSonPoste(acces), entrepot.Journal.Lire)) ?? Results.NotFound())
            .WithMetadata(new ExigeAttribute(Fonctions.Habiliter) { Ou = Fonctions.Administrer }, new JournaliseAttribute(NatureDActe.Export));
}
