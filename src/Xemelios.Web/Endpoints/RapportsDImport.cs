using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Import;
using Xemelios.Query.Export;
using Xemelios.Web.Components;
using Xemelios.Web.Imports;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>The report of an import as a file: the JSON of the command line, or a row for each file and each of its anomalies.</summary>
public static class RapportsDImport
{
    private static readonly ColonneDeTable[] Colonnes =
    [
        new("chemin", "Fichier", TypeDeColonne.Texte), new("type", "Type", TypeDeColonne.Texte), new("etat", "État", TypeDeColonne.Texte), new("empreinte", "Empreinte", TypeDeColonne.Texte),
        .. new[] { ("octets", "Octets"), ("bulletins", "Bulletins"), ("lignes", "Lignes"), ("mandats", "Mandats"), ("pieces", "Pièces") }.Select(c => new ColonneDeTable(c.Item1, c.Item2, TypeDeColonne.Entier)),
        new("code", "Code", TypeDeColonne.Texte), new("gravite", "Gravité", TypeDeColonne.Texte), new("message", "Message", TypeDeColonne.Texte),
        new("ligne", "Ligne", TypeDeColonne.Entier), new("octet", "Octet", TypeDeColonne.Entier),
    ];

    /// <summary>Maps <c>/api/imports/{lot}/rapport.{format}</c>.</summary>
    public static void MapRapportsDImport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/imports/{lot}/rapport.{format}", (string lot, string format, ImportsVisibles vus, FichiersDExport fichiers) =>
                vus.Trouver(lot)?.Rapport is { } rapport ? Envoyer(lot, rapport, format, fichiers) ?? Results.NotFound() : Results.NotFound())
            .WithMetadata(new ExigeAttribute(Fonctions.Importer), new JournaliseAttribute(NatureDActe.Export));

    private static IResult? Envoyer(string lot, ImportReport rapport, string format, FichiersDExport fichiers) => format switch
    {
        "json" => fichiers.Envoyer(flux => flux.Write(System.Text.Encoding.UTF8.GetBytes(ReponseJson.Write(RapportEnJson.De(rapport)))), "application/json", $"import-{lot}.json"),
        "csv" => fichiers.Envoyer(format, (_, _) => new ReponseExportable(new TableDeReponse("Rapport d'import", Colonnes, rapport.Fichiers.SelectMany(Rangees)), $"Import {lot}.", [], $"import-{lot}")),
        _ => null,
    };

    // The counts stand on the first row of a file alone: a sum is right.
    private static IEnumerable<object?[]> Rangees(FichierImporte f) => f.Anomalies.Count == 0
        ? [[f.Chemin, f.Type, f.Etat, f.Empreinte, f.Octets, f.Bulletins, f.Lignes, f.Mandats, f.Pieces, null, null, null, null, null]]
        : f.Anomalies.Select((a, rang) => (object?[])
        [
            f.Chemin, f.Type, f.Etat, f.Empreinte, rang == 0 ? f.Octets : null, rang == 0 ? f.Bulletins : null, rang == 0 ? f.Lignes : null, rang == 0 ? f.Mandats : null, rang == 0 ? f.Pieces : null,
            a.Code, a.Gravite.ToString().ToLowerInvariant(), a.Message, a.Provenance.Ligne, a.Provenance.Octet,
        ]);
}
