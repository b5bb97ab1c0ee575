using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Export;
using Xemelios.Query.Export.Pdf;
using Xemelios.Store;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>A sample as a file: its sheet and annexes to sign (pdf), or its rows.</summary>
public static class ExportsDEchantillons
{
    /// <summary>Maps <c>/exports/echantillons/{id}.{format}</c>; 404 outside of the perimeter and for an unknown format.</summary>
    public static void MapExportsDEchantillons(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/exports/echantillons/{id:long}.{format}", Envoyer)
        .WithMetadata(new ExigeAttribute(Fonctions.Exporter) { Controles = true }, new JournaliseAttribute(NatureDActe.Export));

    private static IResult Envoyer(long id, string format, FichiersDExport fichiers, Questions questions, AccesCourant acces, Entrepot entrepot)
    {
        if (entrepot.Echantillons.Echantillon(id, questions.Perimetre) is not { } garde)
            return Results.NotFound();
        var feuille = new FeuilleDePointage(garde.Tire, entrepot.Echantillons.Pointages(garde));
        if (EcrituresDeTable.Lire(format) is not FormatDExport.Pdf)
            return fichiers.Envoyer(format, (_, _) => ExportDEchantillon.De(feuille)) ?? Results.NotFound();
        return fichiers.Envoyer(
            flux => RapportPdf.Ecrire(
                SectionsDEchantillon.Titre(id), SectionsDEchantillon.Identification(garde.Tire), SectionsDEchantillon.Sections(feuille, Evaluation.ConfianceUsuelle),
                fichiers.Maintenant, acces.Utilisateur, VersionDuProgramme.Dite, flux),
            "application/pdf", $"{NomDeFichier.Sur(ExportDEchantillon.Nom(feuille))}.pdf");
    }
}
