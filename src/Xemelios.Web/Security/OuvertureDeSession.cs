using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Web.Security;

/// <summary>What became of a password or of a code.</summary>
public enum IssueDeConnexion
{
    Ouverte,

    /// <summary>The password is right; a code of the second factor is asked for.</summary>
    CodeDemande,

    /// <summary>Wrong name, wrong password, wrong code, or a blocked account: the answer does not tell which.</summary>
    Refusee,

    /// <summary>Too many failures.</summary>
    Verrouillee,
}

/// <summary>Signs a person in and out: password, second factor, session, cookie.</summary>
public sealed class OuvertureDeSession(
    UserManager<Compte> comptes, SessionsDeCompte sessions, AccesDesComptes acces, GardeDesAcces garde, IJournal journal, IDataProtectionProvider protection, TimeProvider horloge)
{
    private const string Objet = ControleDAcces.Connexion;

    /// <summary>The password was right: for this long the code may follow.</summary>
    private static readonly TimeSpan AttenteDuCode = TimeSpan.FromMinutes(5);

    /// <summary>What a name unknown to us is checked against, so that it takes as long as a known one.</summary>
    private static readonly string FausseEmpreinte = new PasswordHasher<Compte>().HashPassword(new Compte(), Guid.NewGuid().ToString());

    private readonly ITimeLimitedDataProtector _attente = protection.CreateProtector("second facteur").ToTimeLimitedDataProtector();

    /// <summary>Checks a password.</summary>
    /// <returns>When a code is asked for, what must come back with it.</returns>
    public async Task<(IssueDeConnexion Issue, string? Attente)> EntrerAsync(HttpContext contexte, string nom, string motDePasse)
    {
        var compte = await comptes.FindByNameAsync(nom);
        if (compte is null)
        {
            comptes.PasswordHasher.VerifyHashedPassword(new Compte(), FausseEmpreinte, motDePasse);
            return (Refuser(contexte, null), null);
        }

        if (await comptes.IsLockedOutAsync(compte))
            return (IssueDeConnexion.Verrouillee, null);
        if (!await comptes.CheckPasswordAsync(compte, motDePasse) || compte.EstBloque)
            return (await Echouer(contexte, compte), null);
        if (compte.TwoFactorEnabled)
            return (IssueDeConnexion.CodeDemande, _attente.Protect($"{compte.UserName}\n{compte.SecurityStamp}", AttenteDuCode));
        return (await Ouvrir(contexte, compte), null);
    }

    /// <summary>Checks the six digits of an authenticator, or a recovery code.</summary>
    /// <param name="attente">What <see cref="EntrerAsync"/> gave.</param>
    public async Task<IssueDeConnexion> ConfirmerAsync(HttpContext contexte, string attente, string code)
    {
        if (await EnAttente(attente) is not { } compte)
            return Refuser(contexte, null);
        if (await comptes.IsLockedOutAsync(compte))
            return IssueDeConnexion.Verrouillee;
        var chiffres = string.Concat(code.Where(char.IsAsciiDigit));
        var bon = await comptes.VerifyTwoFactorTokenAsync(compte, TokenOptions.DefaultAuthenticatorProvider, chiffres)
            || (await comptes.RedeemTwoFactorRecoveryCodeAsync(compte, code.Trim())).Succeeded;
        return bon && !compte.EstBloque ? await Ouvrir(contexte, compte) : await Echouer(contexte, compte);
    }

    /// <summary>Enters the account that the proxy has signed in: it must be open here.</summary>
    /// <returns>False when there is no such account, or when it is blocked.</returns>
    public async Task<bool> RecevoirAsync(HttpContext contexte, string nom)
    {
        if (await comptes.FindByNameAsync(nom) is not { EstBloque: false } compte)
        {
            Refuser(contexte, null);
            return false;
        }

        await Ouvrir(contexte, compte);
        return true;
    }

    /// <summary>Enters an account of the demonstration, which has no password; false elsewhere.</summary>
    public async Task<bool> EssayerAsync(HttpContext contexte, string nom)
    {
        if (!garde.EnDemonstration || !ComptesDeDemonstration.Tous.Values.Any(c => c.Utilisateur == nom) || await comptes.FindByNameAsync(nom) is not { } compte)
            return false;
        await Ouvrir(contexte, compte);
        return true;
    }

    /// <summary>Goes on in another poste, in the same session.</summary>
    /// <returns>False when the person has no right there.</returns>
    public async Task<bool> ChangerDePosteAsync(HttpContext contexte, string? poste)
    {
        if (IdentiteDeSession.De(contexte.User) is not { } identite || await acces.AccesDeAsync(identite.Utilisateur, poste) is null)
            return false;
        garde.Oublier(identite.Session);
        await Donner(contexte, identite with { Poste = poste });
        return true;
    }

    /// <summary>Signs out.</summary>
    public async Task FermerAsync(HttpContext contexte)
    {
        if (IdentiteDeSession.De(contexte.User) is { } identite)
        {
            await sessions.FermerAsync(identite.Session, Auteur.DuCompte(identite.Utilisateur, Depuis(contexte), Objet));
            garde.Oublier(identite.Session);
        }

        await contexte.SignOutAsync(IdentiteDeSession.Schema);
    }

    private async Task<Compte?> EnAttente(string attente)
    {
        try
        {
            var parts = _attente.Unprotect(attente).Split('\n');
            var compte = await comptes.FindByNameAsync(parts[0]);
            return compte is not null && compte.SecurityStamp == parts[1] ? compte : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private async Task<IssueDeConnexion> Ouvrir(HttpContext contexte, Compte compte)
    {
        await comptes.ResetAccessFailedCountAsync(compte);
        var auteur = Auteur.DuCompte(compte.UserName!, Depuis(contexte), Objet);
        var postes = await acces.PostesDeAsync(compte.UserName!);
        var session = await sessions.OuvrirAsync(auteur);
        await Donner(contexte, new IdentiteDeSession(compte.UserName!, session, postes is [var premier, ..] ? premier.Code : null));
        return IssueDeConnexion.Ouverte;
    }

    private Task Donner(HttpContext contexte, IdentiteDeSession identite)
    {
        var personne = identite.EnPersonne();
        contexte.User = personne;
        return contexte.SignInAsync(IdentiteDeSession.Schema, personne, new AuthenticationProperties { IssuedUtc = horloge.GetUtcNow(), ExpiresUtc = horloge.GetUtcNow() + SessionsDeCompte.DureeMax });
    }

    private async Task<IssueDeConnexion> Echouer(HttpContext contexte, Compte compte)
    {
        var issue = Refuser(contexte, compte.UserName);
        await comptes.AccessFailedAsync(compte);
        return await comptes.IsLockedOutAsync(compte) ? IssueDeConnexion.Verrouillee : issue;
    }

    // A name that is no account may be a password typed in the wrong place: it is not kept.
    private IssueDeConnexion Refuser(HttpContext contexte, string? compte)
    {
        journal.Ecrire(new Acte(NatureDActe.ConnexionRefusee, compte, Depuis(contexte), Objet));
        return IssueDeConnexion.Refusee;
    }

    /// <summary>The address of the client.</summary>
    internal static string Depuis(HttpContext contexte) => contexte.Connection.RemoteIpAddress?.ToString() ?? "inconnue";
}
