using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Xemelios.Store.Gestion.Comptes.Identite;

/// <summary>Identity's store over the accounts: secrets are protected at rest, and rights are habilitations, never claims.</summary>
public sealed class MagasinDIdentite(ContexteDeGestion contexte, SecretsAuRepos secrets, IdentityErrorDescriber erreurs)
    : UserOnlyStore<Compte, ContexteDeGestion>(contexte, erreurs)
{
    public override Task SetTokenAsync(Compte user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : secrets.Proteger(value, Pour(user, loginProvider, name)), cancellationToken);

    public override async Task<string?> GetTokenAsync(Compte user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } protege ? secrets.Lire(protege, Pour(user, loginProvider, name)) : null;

    public override Task<IList<Claim>> GetClaimsAsync(Compte user, CancellationToken cancellationToken = default) => Task.FromResult<IList<Claim>>([]);

    private static string Pour(Compte compte, string fournisseur, string nom) => $"{compte.Id}\n{fournisseur}\n{nom}";
}
