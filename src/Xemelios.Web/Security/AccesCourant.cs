using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Web.Security;

/// <summary>The person of this request or of this open page, and what he may do at the moment when it is asked.</summary>
public sealed class AccesCourant(GardeDesAcces garde, IHttpContextAccessor requete, AuthenticationStateProvider etat)
{
    private (Acces Acces, string Depuis)? _differe;

    /// <summary>What he may do now; null when he may do nothing.</summary>
    public Acces? Acces => _differe?.Acces ?? garde.De(Personne);

    /// <summary>What follows is done for somebody who does not wait for it.</summary>
    /// <param name="qui">What he may do at this moment.</param>
    public void AgirPour(Acces qui, string depuis) => _differe = (qui, depuis);

    /// <summary>What he may see now: nothing when he may do nothing.</summary>
    public Perimetre Perimetre => Acces?.Perimetre ?? Perimetre.Limite([]);

    /// <summary>Under what name he keeps searches and exports, and acts.</summary>
    public string Utilisateur => Acces?.Utilisateur ?? Identite?.Utilisateur ?? Web.Utilisateur.Local;

    /// <summary>His session; null without accounts or before he signs in.</summary>
    public IdentiteDeSession? Identite => IdentiteDeSession.De(Personne);

    /// <summary>He acts under an account: his own, or the one that a demonstration begins with.</summary>
    public bool EstUnCompte => garde.CompteExige;

    /// <summary>Who does something, for the journal.</summary>
    public Qui Qui => new(Utilisateur, Acces?.Poste, Depuis);

    /// <summary>The address of his machine.</summary>
    public string Depuis => _differe?.Depuis ?? requete.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "page ouverte";

    /// <summary>All of these may be done now.</summary>
    public bool Permet(Fonctions fonctions) => Acces?.Permet(fonctions) == true;

    private ClaimsPrincipal? Personne
    {
        get
        {
            if (requete.HttpContext is { } contexte)
                return contexte.User;
            try
            {
                var demande = etat.GetAuthenticationStateAsync();
                return demande.IsCompletedSuccessfully ? demande.Result.User : null;
            }
            catch (InvalidOperationException)
            {
                return null; // outside of a request and of a page
            }
        }
    }
}

/// <summary>Who does something.</summary>
/// <param name="Compte">The account, or without accounts the person at this machine.</param>
/// <param name="Poste">Code of the poste under which he works.</param>
/// <param name="Adresse">Where he is.</param>
public sealed record Qui(string Compte, string? Poste, string Adresse);
