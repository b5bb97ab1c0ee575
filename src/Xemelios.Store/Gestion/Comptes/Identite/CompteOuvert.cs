using Microsoft.AspNetCore.Identity;

namespace Xemelios.Store.Gestion.Comptes.Identite;

/// <summary>Nobody signs in with a blocked account.</summary>
public sealed class CompteOuvert : IUserConfirmation<Compte>
{
    public Task<bool> IsConfirmedAsync(UserManager<Compte> manager, Compte user) => Task.FromResult(!user.EstBloque);
}
