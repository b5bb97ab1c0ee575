using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Query;
using Xemelios.Query.Recherches;
using Xemelios.Web.Pages.Recherches;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>The whole result of a search as a file: the address of the list under <c>/exports/recherche</c>, with the extension of a format.</summary>
public static class ExportsDeRecherches
{
    public const string Racine = "/exports/recherche";

    /// <summary>Maps <c>/exports/recherche/{bulletins|lignes|repartition}.{format}</c>.</summary>
    public static void MapExportsDeRecherches(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Racine + "/{sujet}.{format}", Envoyer)
        .WithMetadata(new ExigeAttribute(Fonctions.Exporter), new JournaliseAttribute(NatureDActe.Export));

    private static IResult Envoyer(string sujet, string format, HttpContext context, FichiersDExport fichiers, ListesDansLAdresse listes)
    {
        try
        {
            var recherche = RechercheDansLAdresse.Lire(new UriBuilder(context.Request.GetEncodedUrl()) { Path = "/" + sujet }.Uri.ToString());
            if (recherche.Chemin != "/" + sujet)
                return Results.NotFound();
            var question = listes.Resoudre(recherche.Question);
            return (recherche.Grouper is { } cles
                ? fichiers.Envoyer(format, new GroupementQuestion(question.Sujet, question.Criteres, cles, question.ColonnesChoisies).Exporter)
                : fichiers.Envoyer(format, question.Exporter)) ?? Results.NotFound();
        }
        catch (QuestionRefuseeException refus)
        {
            return Results.Text(refus.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
