using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Export;
using Xemelios.Query.Restitutions;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Web.Restitutions;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>Gives all that is held on an agent, as a zip, for the reason that a person wrote.</summary>
public static class EnvoiDeRestitution
{
    public const string Adresse = "/restitutions/executer";

    /// <summary>Maps <c>POST /restitutions/executer</c>.</summary>
    public static void MapRestitutions(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Adresse, ExecuterAsync)
            // Its own act, with its reason, is written before the first byte.
            .WithMetadata(new ExigeAttribute(Fonctions.Exporter) { Donnees = DonneesProtegees.Toutes }, new SansPayeAttribute());

    private static async Task<IResult> ExecuterAsync(
        HttpContext context, Questions questions, AccesCourant acces, IJournal journal, FichiersDExport fichiers, PreparationDeRestitution preparation, Habilitations habilitations)
    {
        var formulaire = await context.Request.ReadFormAsync(context.RequestAborted);
        var question = new RestitutionQuestion(formulaire["siret"].ToString(), formulaire["matricule"].ToString());
        if (Motif(formulaire) is not { } motif)
            return Results.Text("Donnez la référence de la demande et sa date : 200 caractères au plus en tout.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        if (questions.Poser(question.Prevoir) is null)
            return Results.NotFound();
        var lui = acces.Qui;
        journal.Ecrire(new Acte(NatureDActe.Restitution, lui.Compte, lui.Adresse, Adresse) { Poste = lui.Poste, Siret = question.Siret, Matricule = question.Matricule, Motif = motif });
        var donnees = acces.EstUnCompte ? await habilitations.ListerAsync() : [];
        var demande = new DemandeDeRestitution(question, motif, fichiers.Maintenant, fichiers.Utilisateur, lui.Poste, donnees);
        return fichiers.Envoyer(
            flux => questions.PoserEnMontrant(DonneesProtegees.Toutes, (connexion, perimetre) => preparation.Ecrire(demande, connexion, perimetre, flux, context.RequestAborted)),
            EcritureDeRestitution.TypeMime, $"restitution_{NomDeFichier.Sur(question.Matricule)}_{demande.Etabli.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.zip");
    }

    private static string? Motif(IFormCollection formulaire)
    {
        var reference = formulaire["reference"].ToString().Trim();
        if (reference.Length == 0 || !DateOnly.TryParseExact(formulaire["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return null;
        var motif = $"{reference}, demande du {date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}";
        return motif.Length <= DemandeDeRestitution.MotifMax && !motif.Any(char.IsControl) ? motif : null;
    }
}
