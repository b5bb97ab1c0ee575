using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Pieces;
using Xemelios.Query;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Criteres;
using Xemelios.Query.Export;
using Xemelios.Query.Export.Bulletins;
using Xemelios.Query.Recherches;
using Xemelios.Store;
using Xemelios.Web.Components;
using Xemelios.Web.Pages.Notes;
using Xemelios.Web.Pages.Recherches;
using Xemelios.Web.Security;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Endpoints;

/// <summary>Bulletins to print (pdf), or as a dossier de contrôle with their pieces (zip): one, or those of a search.</summary>
public static class ExportsDeBulletins
{
    /// <summary>Beyond, it is no longer a choice of bulletins: the reader is told to narrow the search.</summary>
    public const int PlusGrandLot = 2_000;

    private const int TaillePage = 500;

    /// <summary>Maps <c>/exports/bulletins/{empreinte}/{ordre}</c> and <c>/exports/bulletins</c>, which takes the query of the list.</summary>
    public static void MapExportsDeBulletins(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/exports/bulletins/{empreinte}/{ordre:int}.{format}", Un).WithMetadata(new ExigeAttribute(Fonctions.Exporter), new JournaliseAttribute(NatureDActe.Export));
        endpoints.MapGet("/exports/bulletins.{format}", Lot).WithMetadata(new ExigeAttribute(Fonctions.Exporter), new JournaliseAttribute(NatureDActe.Export));
    }

    private static IResult Un(string empreinte, int ordre, string format, HttpContext context, Questions questions, Entrepot entrepot, FichiersDExport fichiers, RelectureDeContenu relecture)
    {
        var bulletins = questions.Poser(BulletinQuestion.ALAdresse(new AdresseDeBulletin(empreinte, ordre)).Executer);
        if (bulletins.Count == 0)
            return Results.NotFound();
        var titre = "Bulletin de paye – " + EcritureDeBulletins.Titre(bulletins[0]);
        var criteres = $"Bulletin n° {FormatFrancais.Entier(ordre)} du fichier {bulletins[0].NomDeFichier ?? empreinte}.";
        return Envoyer(format, new Demande(titre, criteres, bulletins.Select(b => questions.AvecSesNotes(entrepot, b))), context, fichiers, relecture);
    }

    private static IResult Lot(string format, HttpContext context) => Repondre(format, context, context.RequestServices, PlusGrandLot, (_, _) => { });

    /// <summary>The answer, however it is waited for.</summary>
    /// <param name="plusGrand">So many bulletins at most.</param>
    /// <param name="avancement">Told how many were written, of how many.</param>
    internal static IResult Repondre(string format, HttpContext context, IServiceProvider services, int plusGrand, Action<long, long> avancement)
    {
        var (questions, entrepot, listes) = (services.GetRequiredService<Questions>(), services.GetRequiredService<Entrepot>(), services.GetRequiredService<ListesDansLAdresse>());
        try
        {
            var recherche = RechercheDansLAdresse.Lire(context.Request.GetEncodedUrl());
            var question = listes.Resoudre(recherche.Question) with { Page = 1, TaillePage = TaillePage };
            var premiere = questions.Poser(question.Executer);
            if (premiere.Totaux.Nombre == 0)
                return Results.NotFound();
            if (premiere.Totaux.Nombre > plusGrand)
                return Refuser($"{FormatFrancais.Entier(premiere.Totaux.Nombre)} bulletins répondent : resserrez la recherche à {FormatFrancais.Entier(plusGrand)} bulletins au plus{(plusGrand < ExecutionDExportDiffere.PlusGrandLot ? ", ou préparez-les en tâche de fond" : "")}.");
            var criteres = $"Bulletins {string.Join(", ", recherche.Criteres.Select(c => PhraseDeFiltre.Dire(c)))}".TrimEnd()
                + (recherche.Texte.Length == 0 ? "." : $" où {PhraseDeCriteres.Dire(recherche.Sujet.Lire(listes.Resoudre(recherche.Sujet, recherche.Texte)))}.");
            var titre = $"{Pluriel.Compter((int)premiere.Totaux.Nombre, "bulletin")} de paye";
            var bulletins = Compter(Lire(questions, question, premiere), premiere.Totaux.Nombre, avancement, context.RequestAborted).Select(b => questions.AvecSesNotes(entrepot, b));
            return Envoyer(format, new Demande(titre, criteres, bulletins), context, services.GetRequiredService<FichiersDExport>(), services.GetRequiredService<RelectureDeContenu>());
        }
        catch (QuestionRefuseeException refus)
        {
            return Refuser(refus.Message);
        }
    }

    private static IResult Envoyer(string format, Demande demande, HttpContext context, FichiersDExport fichiers, RelectureDeContenu relecture)
    {
        var nom = NomDeFichier.Sur(demande.Titre);
        return format switch
        {
            "pdf" => fichiers.Envoyer(
                flux => EcritureDeBulletins.Ecrire(demande.Bulletins, demande.Titre, fichiers.Maintenant, flux), EcritureDeBulletins.TypeMime, $"{nom}.pdf"),
            "zip" => fichiers.Envoyer(
                flux => EcritureDeDossier.Ecrire(
                    new DossierDeControle(demande.Titre, demande.Criteres, fichiers.Maintenant, fichiers.Utilisateur, demande.Bulletins, Piece), flux),
                EcritureDeDossier.TypeMime, $"dossier_{nom}.zip"),
            _ => Results.NotFound(),
        };

        ContenuDePiece? Piece(string empreinte) =>
            relecture.Ouvrir(new Empreinte(empreinte), context.RequestAborted) is { } contenu ? new ContenuDePiece(contenu.Ouvrir(), contenu) : null;
    }

    // One bulletin at a time: a lot is never held whole.
    private static IEnumerable<BulletinDetaille> Lire(Questions questions, RechercheQuestion question, PageDeResultat page)
    {
        for (var numero = 1; ; page = questions.Poser((question with { Page = numero }).Executer))
        {
            foreach (var rangee in page.Rangees)
                foreach (var bulletin in questions.Poser(BulletinQuestion.ALAdresse(rangee.Bulletin!).Executer))
                    yield return bulletin;
            if (++numero > page.Pages)
                yield break;
        }
    }

    private static IEnumerable<BulletinDetaille> Compter(IEnumerable<BulletinDetaille> bulletins, long enTout, Action<long, long> avancement, CancellationToken annulation)
    {
        long faits = 0;
        foreach (var bulletin in bulletins)
        {
            annulation.ThrowIfCancellationRequested();
            yield return bulletin;
            avancement(++faits, enTout);
        }
    }

    private static IResult Refuser(string phrase) => Results.Text(phrase, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);

    private sealed record Demande(string Titre, string Criteres, IEnumerable<BulletinDetaille> Bulletins);
}
