using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Web.Endpoints;
using Xemelios.Web.Security;

namespace Xemelios.Web.Travaux;

/// <summary>Makes an export as the person who asked for it would, had he waited: his rights of now, his perimeter of now, his name in the journal.</summary>
public sealed class ExecutionDExportDiffere(IServiceScopeFactory portees, GardeDesAcces garde, AccesDesComptes comptes)
{
    /// <summary>Bulletins of a lot that somebody waits for on no page.</summary>
    public const int PlusGrandLot = 20_000;

    private const string DepuisLaFile = "file de travaux";

    private static readonly (string Route, TemplateMatcher Forme)[] Formes =
        [.. ((string[])["/exports/bulletins.{format}", AdresseDesResultats]).Select(r => (r, new TemplateMatcher(TemplateParser.Parse(r.TrimStart('/')), [])))];

    private const string AdresseDesResultats = "/exports/resultat/{code}";

    /// <summary>An address that is one of the exports that can be made later.</summary>
    public static bool EstDifferable(string? adresse) => adresse is not null && adresse.StartsWith("/exports/", StringComparison.Ordinal) && Lire(adresse) is not null;

    /// <summary>What an address asks for, in French and without what is searched.</summary>
    public static string Libelle(string adresse)
    {
        var (route, valeurs, question) = Lire(adresse)!.Value;
        if (route == AdresseDesResultats)
            return $"Export « {valeurs["code"]} » en {(question["format"].ToString() is { Length: > 0 and < 10 } format ? format.ToUpperInvariant() : "fichier")}";
        return valeurs["format"]?.ToString() == "zip" ? "Dossier de contrôle" : "Bulletins de paye en PDF";
    }

    /// <summary>Writes the file; returns its name.</summary>
    /// <exception cref="ExportRefuseException">nothing answers, too much does, or the right to it has ended.</exception>
    /// <exception cref="JournalIndisponibleException">nothing was read.</exception>
    public string Ecrire(Travail travail, string fichier, Action<long, long> avancement, CancellationToken annulation)
    {
        var qui = garde.CompteExige ? comptes.AccesDeAsync(travail.Compte!, travail.Poste).GetAwaiter().GetResult() : garde.De(null);
        if (qui?.Permet(Fonctions.Exporter) != true || Lire(travail.Parametres) is not var (route, valeurs, _))
            throw new ExportRefuseException("Vous n'avez plus le droit de faire cet export : rien n'a été lu.");
        using var portee = portees.CreateScope();
        var services = portee.ServiceProvider;
        services.GetRequiredService<AccesCourant>().AgirPour(qui, DepuisLaFile);
        var contexte = Contexte(services, travail.Parametres, valeurs, annulation);
        Journaliser(services, contexte, route);
        switch (Demander(services, contexte, route, valeurs, avancement))
        {
            case FileStreamHttpResult reponse:
                using (reponse.FileStream)
                using (var sortie = File.Create(fichier))
                    reponse.FileStream.CopyTo(sortie);
                return reponse.FileDownloadName ?? "export";
            case ContentHttpResult refus:
                throw new ExportRefuseException(refus.ResponseContent ?? "L'export a été refusé.");
            default:
                throw new ExportRefuseException("Rien ne répond à cette demande : aucun fichier n'a été fait.");
        }
    }

    private static IResult Demander(IServiceProvider services, HttpContext contexte, string route, RouteValueDictionary valeurs, Action<long, long> avancement) =>
        route == AdresseDesResultats
            ? ResultatsDExport.Repondre((string)valeurs["code"]!, contexte.Request.Query["format"], contexte, services)
            : ExportsDeBulletins.Repondre((string)valeurs["format"]!, contexte, services, PlusGrandLot, avancement);

    private static void Journaliser(IServiceProvider services, HttpContext contexte, string route)
    {
        var modele = (RouteEndpoint)services.GetRequiredService<EndpointDataSource>().Endpoints.First(e => e is RouteEndpoint r && r.RoutePattern.RawText == route);
        foreach (var acte in services.GetRequiredService<ActesDeRequete>().De(contexte, modele, NatureDActe.Export))
            services.GetRequiredService<IJournal>().Ecrire(acte);
    }

    private static DefaultHttpContext Contexte(IServiceProvider services, string adresse, RouteValueDictionary valeurs, CancellationToken annulation)
    {
        var (chemin, question) = Couper(adresse);
        var contexte = new DefaultHttpContext { RequestServices = services, RequestAborted = annulation };
        contexte.Request.Method = HttpMethods.Get;
        contexte.Request.Scheme = "http";
        contexte.Request.Host = new HostString("localhost");
        contexte.Request.Path = chemin;
        contexte.Request.QueryString = question;
        contexte.Request.RouteValues = valeurs;
        return contexte;
    }

    private static (string Route, RouteValueDictionary Valeurs, IQueryCollection Question)? Lire(string adresse)
    {
        var (chemin, question) = Couper(adresse);
        foreach (var (route, forme) in Formes)
        {
            var valeurs = new RouteValueDictionary();
            if (forme.TryMatch(chemin, valeurs))
                return (route, valeurs, new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(question.Value)));
        }

        return null;
    }

    private static (PathString Chemin, QueryString Question) Couper(string adresse)
    {
        var coupe = adresse.IndexOf('?', StringComparison.Ordinal);
        return coupe < 0 ? (new PathString(adresse), default) : (PathString.FromUriComponent(adresse[..coupe]), new QueryString(adresse[coupe..]));
    }
}
