using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Web.Security;

/// <summary>Reveals one masked field of one thing: an act with its reason, in the journal before anything is shown.</summary>
public sealed class Revelations(AccesCourant acces, IJournal journal)
{
    private const int MotifMax = 200;

    /// <summary>What this person may reveal.</summary>
    public DonneesProtegees Permises => acces.Acces?.Revelables ?? DonneesProtegees.Aucune;

    /// <summary>Reads the form, journals, and says what may now be shown in this answer alone.</summary>
    /// <param name="siret">Employer of the agent, when it is known.</param>
    /// <returns>What is revealed, or why nothing is.</returns>
    public async Task<(DonneesProtegees Donnee, string? Refus)> DemanderAsync(HttpContext contexte, string? siret, string? matricule, string cles)
    {
        var saisie = await contexte.Request.ReadFormAsync(contexte.RequestAborted);
        if (!Enum.TryParse<DonneesProtegees>(saisie["donnee"], out var donnee) || donnee == DonneesProtegees.Aucune || (Permises & donnee) != donnee)
            return (DonneesProtegees.Aucune, "Votre habilitation ne permet pas de le montrer.");
        var motif = saisie["motif"].ToString().Trim();
        if (motif.Length is 0 or > MotifMax)
            return (DonneesProtegees.Aucune, "Donnez un motif de 200 caractères au plus.");
        var lui = acces.Qui;
        var objet = "/" + (contexte.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/');
        journal.Ecrire(new Acte(NatureDActe.Revelation, lui.Compte, lui.Adresse, objet)
        {
            Poste = lui.Poste, Siret = siret, Matricule = matricule, Cles = $"donnee={donnee};{cles}", Motif = motif,
        });
        return (donnee, null);
    }
}
