using Microsoft.AspNetCore.Identity;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes.Identite;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>The second factor of an account: six digits of an authenticator (TOTP, RFC 6238), and recovery codes that serve once each.</summary>
public sealed class SecondFacteur(UserManager<Compte> comptes, BaseDesComptes tables, AccesDesComptes acces, IJournal journal)
{
    private const int CodesDeSecours = 10;

    /// <summary>The key to give to an authenticator, which must then be confirmed by a first code.</summary>
    /// <returns>The key in base 32, and the address <c>otpauth://</c> that holds it.</returns>
    public async Task<(string Cle, string Adresse)> PreparerAsync(Auteur auteur)
    {
        using var tour = await tables.EcrireSeulAsync();
        var compte = await comptes.ExigerAsync(auteur.Utilisateur);
        if (compte.TwoFactorEnabled)
            throw new CompteRefuseException("Le second facteur est déjà en service.");
        if (await comptes.GetAuthenticatorKeyAsync(compte) is null)
            (await comptes.ResetAuthenticatorKeyAsync(compte)).Exiger();
        var cle = (await comptes.GetAuthenticatorKeyAsync(compte))!;
        var emetteur = Uri.EscapeDataString(comptes.Options.Tokens.AuthenticatorIssuer);
        return (cle, $"otpauth://totp/{emetteur}:{Uri.EscapeDataString(compte.UserName!)}?secret={cle}&issuer={emetteur}&digits=6");
    }

    /// <summary>Puts the second factor into service once a code of it is right; returns the recovery codes, which are shown once.</summary>
    /// <exception cref="CodeDeVerificationFauxException">the code is wrong.</exception>
    public async Task<IReadOnlyList<string>> ActiverAsync(string code, Auteur auteur)
    {
        using var tour = await tables.EcrireSeulAsync();
        var compte = await comptes.ExigerAsync(auteur.Utilisateur);
        if (!await comptes.VerifyTwoFactorTokenAsync(compte, TokenOptions.DefaultAuthenticatorProvider, Chiffres(code)))
            throw new CodeDeVerificationFauxException();
        journal.Ecrire(GestionDesComptes.Acte(auteur, compte) with { Avant = "sans second facteur", Apres = "avec second facteur" });
        (await comptes.SetTwoFactorEnabledAsync(compte, enabled: true)).Exiger();
        return [.. (await comptes.GenerateNewTwoFactorRecoveryCodesAsync(compte, CodesDeSecours))!];
    }

    /// <summary>Takes the second factor away: its own, or anybody's for an administrateur, when an authenticator is lost.</summary>
    public async Task OterAsync(string utilisateur, Auteur auteur)
    {
        if (!auteur.Est(utilisateur))
            await acces.ExigerAdministrateurAsync(auteur, "Le retrait du second facteur d'un autre");
        using var tour = await tables.EcrireSeulAsync();
        var compte = await comptes.ExigerAsync(utilisateur);
        if (!compte.TwoFactorEnabled)
            throw new CompteRefuseException($"Le compte « {compte.UserName} » n'a pas de second facteur.");
        journal.Ecrire(GestionDesComptes.Acte(auteur, compte) with { Avant = "avec second facteur", Apres = "sans second facteur" });
        (await comptes.SetTwoFactorEnabledAsync(compte, enabled: false)).Exiger();
        (await comptes.ResetAuthenticatorKeyAsync(compte)).Exiger();
        // No code is left that a next second factor would take for its own.
        await comptes.GenerateNewTwoFactorRecoveryCodesAsync(compte, 0);
    }

    /// <summary>Digits as people copy them, without the space in the middle.</summary>
    private static string Chiffres(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
