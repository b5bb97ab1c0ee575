using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Query;
using Xemelios.Query.Controles;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using Xemelios.Query.Export.Pdf;
using Xemelios.Query.Rapprochements;
using Xemelios.Store;
using Xemelios.Web.Pages;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>What a screen shows of an état, as a file: the address of the screen, with the extension of a format.</summary>
public static class Exports
{
    /// <summary>Maps <c>/exports/etat</c> and <c>/exports/rapprochement</c>; 404 outside of the perimeter and for an unknown format.</summary>
    public static void MapExports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/exports/etat/{siret}/{budget}/{mois}.{format}", Etat).WithMetadata(new ExigeAttribute(Fonctions.Exporter), new JournaliseAttribute(NatureDActe.Export));
        endpoints.MapGet("/exports/nominatif/{siret}/{budget}/{mois}.{format}", Nominatif).WithMetadata(new ExigeAttribute(Fonctions.Exporter), new JournaliseAttribute(NatureDActe.Export));
        endpoints.MapGet("/exports/recapitulatif/{siret}/{budget}/{mois}.{format}", Recapitulatif).WithMetadata(new ExigeAttribute(Fonctions.Exporter), new JournaliseAttribute(NatureDActe.Export));
        endpoints.MapGet("/exports/rapprochement/{siret}/{budget}/{mois}.{format}", Rapprochement).WithMetadata(new ExigeAttribute(Fonctions.Exporter), new JournaliseAttribute(NatureDActe.Export));
        endpoints.MapGet("/exports/rapport-de-controle/{siret}/{budget}/{mois}.pdf", RapportDeControle)
            .WithMetadata(new ExigeAttribute(Fonctions.Exporter) { Controles = true }, new JournaliseAttribute(NatureDActe.Export));
    }

    private static IResult RapportDeControle(string siret, string budget, string mois, string? train, FichiersDExport fichiers, Questions questions, Entrepot entrepot)
    {
        if (AdresseDEtat.Lire(siret, budget, mois, train) is not { } lieu)
            return Results.NotFound();
        try
        {
            var rapport = questions.PoserSansGarder((connexion, perimetre) => new RapportDeControleQuestion(lieu.Demande).Executer(entrepot.Carnet, connexion, perimetre));
            return fichiers.Envoyer(
                flux => RapportPdf.Ecrire(rapport, fichiers.Maintenant, fichiers.Utilisateur, VersionDuProgramme.Dite, flux), "application/pdf", $"{NomDeFichier.Sur(SectionsDeRapport.Nom(rapport))}.pdf");
        }
        catch (EtatIntrouvableException)
        {
            return Results.NotFound();
        }
    }

    private static IResult Etat(string siret, string budget, string mois, string format, string? train, string? par, string? trains, FichiersDExport fichiers)
    {
        var axes = AxesDeLiquidation.LireChaine(par) ?? [AxeDEtat.Nature];
        return Envoyer(fichiers, format, AdresseDEtat.Lire(siret, budget, mois, train), lieu => trains == "cote"
            ? new EtatParTrainQuestion(lieu.Demande, axes[0]).Exporter
            : axes.Count > 1 ? new EtatEmboiteQuestion(lieu.Demande, axes.EnTexte()).Exporter : new EtatLiquidatifQuestion(lieu.Demande, axes[0]).Exporter);
    }

    private static IResult Nominatif(string siret, string budget, string mois, string format, string? train, FichiersDExport fichiers) =>
        Envoyer(fichiers, format, AdresseDEtat.Lire(siret, budget, mois, train), lieu => new EtatNominatifQuestion(lieu.Demande).Exporter);

    private static IResult Recapitulatif(string siret, string budget, string mois, string format, string? train, FichiersDExport fichiers) =>
        Envoyer(fichiers, format, AdresseDEtat.Lire(siret, budget, mois, train), lieu => new EtatRecapitulatifQuestion(lieu.Demande).Exporter);

    private static IResult Rapprochement(string siret, string budget, string mois, string format, string? train, FichiersDExport fichiers) =>
        Envoyer(fichiers, format, AdresseDEtat.Lire(siret, budget, mois, train), lieu => new RapprochementQuestion(lieu.Demande).Exporter);

    private static IResult Envoyer(
        FichiersDExport fichiers, string format, AdresseDEtat? lieu, Func<AdresseDEtat, Func<DbConnection, Perimetre, ReponseExportable>> question)
    {
        try
        {
            return (lieu is null ? null : fichiers.Envoyer(format, question(lieu))) ?? Results.NotFound();
        }
        catch (EtatIntrouvableException)
        {
            return Results.NotFound();
        }
    }
}
