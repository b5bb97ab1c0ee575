using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Intake;
using Xemelios.Import.Pieces;
using Xemelios.Query.Justificatifs;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>The bytes of pieces. They come from outside: whatever they hold, the browser runs none of it.</summary>
public static class ContenusDePieces
{
    // Loaded by pdf.js or shown as an image; opened on its own it has no origin, no script and no way out.
    private const string Isolement = "sandbox; default-src 'none'; img-src 'self' data:; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    /// <summary>Types that browsers show without running anything; the others are saved.</summary>
    private static readonly HashSet<string> Affichables = new(StringComparer.Ordinal) { "application/pdf", "image/png", "image/jpeg", "image/gif" };

    /// <summary>Maps <c>/pieces/{id}/contenu</c>; a piece outside of the perimeter does not exist.</summary>
    public static void MapContenusDePieces(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/pieces/{id:int}/contenu", Envoyer).WithMetadata(new ExigeAttribute(Fonctions.Consulter), new JournaliseAttribute(NatureDActe.Piece));

    private static IResult Envoyer(int id, HttpContext context, Questions questions, RelectureDeContenu relecture)
    {
        if (questions.Poser(new PieceQuestion(id).Executer) is not { Empreinte: { } empreinte } piece ||
            relecture.Ouvrir(new Empreinte(empreinte), context.RequestAborted) is not { } contenu)
            return Results.NotFound();
        context.Response.RegisterForDispose(contenu);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Isolement;
        headers.CacheControl = "private, no-cache";
        headers.ContentDisposition = Disposition(piece.TypeMime, NomDeFichier(piece)).ToString();
        return Results.Stream(contenu.Ouvrir(), piece.TypeMime, entityTag: new EntityTagHeaderValue($"\"{empreinte}\""));
    }

    private static ContentDispositionHeaderValue Disposition(string type, string nom)
    {
        var disposition = new ContentDispositionHeaderValue(Affichables.Contains(type) ? "inline" : "attachment") { FileNameStar = nom, FileName = SansAccents(nom) };
        return disposition;
    }

    /// <summary>The name that the flow gives often lacks an extension.</summary>
    private static string NomDeFichier(FicheDePiece piece)
    {
        var nom = string.Concat(piece.Nom.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
        var extension = piece.TypeMime switch { "application/pdf" => ".pdf", "image/png" => ".png", "image/jpeg" => ".jpg", "image/gif" => ".gif", "application/xml" => ".xml", _ => "" };
        return nom.Length == 0 ? $"piece-{piece.Piece.ToString(CultureInfo.InvariantCulture)}{extension}" : nom.Contains('.', StringComparison.Ordinal) ? nom : nom + extension;
    }

    private static string SansAccents(string nom) => string.Concat(nom.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsAscii(c) ? c : '_'));
}
