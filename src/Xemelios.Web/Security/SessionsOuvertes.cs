using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;

namespace Xemelios.Web.Security;

/// <summary>An open page asks again and again whether its person still may see it: what is revoked or ended closes it within the minute.</summary>
public sealed class SessionsOuvertes(ILoggerFactory journaux, GardeDesAcces garde) : RevalidatingServerAuthenticationStateProvider(journaux)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(20);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(garde.De(authenticationState.User) is not null);
}
