using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Xemelios.Domain.Habilitations;
using Xemelios.Query;
using Xemelios.Query.Criteres;
using Xemelios.Query.ExportsConfigures;
using Xemelios.Query.Recherches;
using Xemelios.Store;
using Xemelios.Web.Pages.ExportsConfigures;
using Xemelios.Web.Pages.Recherches;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>A search as a file, by a saved configuration or a ready-made export of lines.</summary>
public static class ResultatsDExport
{
    /// <summary>The tests of an amount that a form offers.</summary>
    public static IReadOnlyList<Operateur> Signes { get; } =
        [Operateur.AuMoins, Operateur.AuPlus, Operateur.Egal, Operateur.Different, Operateur.Superieur, Operateur.Inferieur];

    /// <summary>Maps <c>/exports/resultat/{code}?format=</c>, which takes the query of a search.</summary>
    public static void MapResultatsDExport(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(AdresseDExport.Resultat + "/{code}", Envoyer)
        .WithMetadata(new ExigeAttribute(Fonctions.Exporter), new JournaliseAttribute(NatureDActe.Export));

    /// <summary>The answer to the same request, made later.</summary>
    internal static IResult Repondre(string code, string? format, HttpContext context, IServiceProvider services) => Envoyer(
        code, format, context, services.GetRequiredService<Entrepot>(), services.GetRequiredService<FichiersDExport>(), services.GetRequiredService<ListesDansLAdresse>());

    private static IResult Envoyer(string code, string? format, HttpContext context, Entrepot entrepot, FichiersDExport fichiers, ListesDansLAdresse listes)
    {
        var adresse = context.Request.GetEncodedUrl();
        try
        {
            if (ExportDeLignesQuestion.Lire(code) is { } pret)
                return fichiers.Envoyer(format ?? "", Lignes(pret, context.Request.Query, DuFichier(listes.Resoudre(AdresseDExport.Recherche(adresse, Sujet.Lignes).Question), context.Request.Query).Criteres).Exporter) ?? Results.NotFound();
            if (entrepot.Exports.Trouver(code) is not { } configuration || CodeDeConfiguration.LireSujet(configuration.Sujet) is not { } sujet)
                return Results.NotFound();
            var question = DuFichier(listes.Resoudre(AdresseDExport.Recherche(adresse, sujet).Question), context.Request.Query);
            return fichiers.Envoyer(format ?? "", new ExportConfigureQuestion(
                configuration.Libelle, configuration.Code, sujet, configuration.Champs, question.Criteres, question.Tri, question.Decroissant).Exporter) ?? Results.NotFound();
        }
        catch (QuestionRefuseeException refus)
        {
            return Results.Text(refus.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The export of one file: what the search asks, in this file alone.</summary>
    private static RechercheQuestion DuFichier(RechercheQuestion question, IQueryCollection demande) =>
        demande["fichier"].ToString() is { Length: > 0 } nom && question.Sujet.Trouver("fichier") is { } critere
            ? question with { Criteres = EcritureDeCriteres.Ecrire(Condition.Toutes(question.Condition(), new Test(critere, Operateur.Identique, [nom]))) }
            : question;

    private static ExportDeLignesQuestion Lignes(ExportDeLignes pret, IQueryCollection demande, string criteres) => new(pret)
    {
        Categories = Choisies(demande["ligne_categorie"]), Rubriques = Choisies(demande["ligne_rubrique"]), Caisses = Choisies(demande["ligne_caisse"]),
        Montants = Test(demande["signe"].ToString(), demande["ligne_montant"].ToString()), Criteres = criteres,
    };

    private static string[] Choisies(StringValues valeurs) => [.. valeurs.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim())];

    private static string[] Test(string signe, string montant) =>
        Operateurs.Trouver(signe) is { } operateur && Signes.Contains(operateur) && !string.IsNullOrWhiteSpace(montant)
            ? [$"{signe} \"{montant.Replace("\"", "", StringComparison.Ordinal)}\""]
            : [];
}
