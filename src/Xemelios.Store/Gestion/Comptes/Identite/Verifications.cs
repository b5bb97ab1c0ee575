using Microsoft.AspNetCore.Identity;

namespace Xemelios.Store.Gestion.Comptes.Identite;

/// <summary>Identity's rules, asked before anything is journaled or written; its failures as refusals.</summary>
internal static class Verifications
{
    public static async Task ExigerUnBonNomAsync(this UserManager<Compte> comptes, Compte compte)
    {
        if (await comptes.FindByNameAsync(compte.UserName!) is not null)
            throw new CompteDejaOuvertException(compte.UserName!);
        foreach (var regle in comptes.UserValidators)
            (await regle.ValidateAsync(comptes, compte)).Exiger(raisons => new CompteRefuseException(string.Join(" ", raisons)));
        if (compte.UserName!.Length > 64 || compte.Nom.Length is 0 or > 200 || compte.Nom.Any(char.IsControl))
            throw new CompteRefuseException("Le nom du compte a 64 caractères au plus, celui de la personne de 1 à 200.");
    }

    public static async Task ExigerUnBonMotDePasseAsync(this UserManager<Compte> comptes, Compte compte, string motDePasse)
    {
        var raisons = new List<string>();
        foreach (var regle in comptes.PasswordValidators)
            raisons.AddRange((await regle.ValidateAsync(comptes, compte, motDePasse)).Errors.Select(e => e.Description));
        if (raisons.Count > 0)
            throw new MotDePasseRefuseException(raisons);
    }

    /// <summary>What Identity refuses stops the unit of work.</summary>
    public static void Exiger(this IdentityResult resultat, Func<IReadOnlyList<string>, RefusDeGestionException>? refus = null)
    {
        if (resultat.Succeeded)
            return;
        var raisons = resultat.Errors.Select(e => e.Description).ToList();
        throw refus?.Invoke(raisons) ?? new CompteRefuseException(string.Join(" ", raisons));
    }

    public static async Task<Compte> ExigerAsync(this UserManager<Compte> comptes, string? nom) =>
        (nom is null ? null : await comptes.FindByNameAsync(nom)) ?? throw new CompteInconnuException(nom ?? "");
}
