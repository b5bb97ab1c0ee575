using Microsoft.AspNetCore.Identity;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes.Identite;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>Chooses and changes passwords. Nobody ever knows the password of another: an administrateur gives a link.</summary>
public sealed class MotsDePasse(
    UserManager<Compte> comptes, ContexteDeGestion contexte, BaseDesComptes tables, AccesDesComptes acces, SessionsDeCompte sessions,
    LiensUniques liens, IJournal journal)
{
    /// <summary>A link by which the holder of the account chooses a new password; the former links of the account are good no more.</summary>
    public async Task<LienUnique> DonnerUnLienAsync(string utilisateur, Auteur auteur)
    {
        await acces.ExigerAdministrateurAsync(auteur, "Le lien de mot de passe");
        using var tour = await tables.EcrireSeulAsync();
        var compte = await comptes.ExigerAsync(utilisateur);
        if (compte.EstBloque)
            throw new CompteBloqueException(compte.UserName!);
        journal.Ecrire(GestionDesComptes.Acte(auteur, compte) with { Apres = "lien de mot de passe donné" });
        var lien = await liens.PreparerAsync(contexte, UsageDeLien.MotDePasse, compte.Id);
        await contexte.SaveChangesAsync();
        return lien;
    }

    /// <summary>The account whose password this link sets.</summary>
    /// <exception cref="LienPerimeException">it never was, has served, or is too old.</exception>
    public async Task<string> CompteDuLienAsync(string jeton) => (await Compte(await liens.TrouverAsync(contexte, UsageDeLien.MotDePasse, jeton))).UserName!;

    /// <summary>Sets the password of the account of a link, and uses the link up. The second factor stays.</summary>
    /// <param name="depuis">Address of the client.</param>
    /// <exception cref="RefusDeGestionException">the link is not good, or the password is refused (the link then still is).</exception>
    public async Task ChoisirAsync(string jeton, string motDePasse, string depuis)
    {
        using var tour = await tables.EcrireSeulAsync();
        var lien = await liens.TrouverAsync(contexte, UsageDeLien.MotDePasse, jeton);
        var compte = await Compte(lien);
        await comptes.ExigerUnBonMotDePasseAsync(compte, motDePasse);
        var auteur = Auteur.DuLien(compte.UserName, depuis, "/mot-de-passe");
        journal.Ecrire(GestionDesComptes.Acte(auteur, compte) with { Apres = "mot de passe choisi par lien" });
        await using var transaction = await contexte.Database.BeginTransactionAsync();
        await liens.ConsommerAsync(contexte, lien);
        (compte.LockoutEnd, compte.AccessFailedCount) = (null, 0);
        (await comptes.RemovePasswordAsync(compte)).Exiger();
        (await comptes.AddPasswordAsync(compte, motDePasse)).Exiger();
        await sessions.FermerToutesAsync(contexte, compte.Id, auteur);
        await transaction.CommitAsync();
    }

    /// <summary>Changes one's own password; what was signed in elsewhere must sign in again.</summary>
    /// <exception cref="RefusDeGestionException">the present one is wrong, or the new one is refused.</exception>
    public async Task ChangerAsync(string actuel, string nouveau, Auteur auteur)
    {
        using var tour = await tables.EcrireSeulAsync();
        var compte = await comptes.ExigerAsync(auteur.Utilisateur);
        if (!await comptes.CheckPasswordAsync(compte, actuel))
        {
            // Who took a session may not guess the password here without end.
            await comptes.AccessFailedAsync(compte);
            throw new MotDePasseRefuseException([comptes.ErrorDescriber.PasswordMismatch().Description]);
        }

        await comptes.ExigerUnBonMotDePasseAsync(compte, nouveau);
        journal.Ecrire(GestionDesComptes.Acte(auteur, compte) with { Apres = "mot de passe changé" });
        (await comptes.ChangePasswordAsync(compte, actuel, nouveau)).Exiger();
    }

    private async Task<Compte> Compte(RangeeDeLien lien) =>
        await comptes.FindByIdAsync(lien.CompteId!) is { EstBloque: false } compte ? compte : throw new LienPerimeException();
}
