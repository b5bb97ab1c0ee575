using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Store.Gestion.Comptes.Identite;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>The services over accounts. <c>IJournal</c> and <c>TimeProvider</c> are those of the host.</summary>
public static class ServicesDesComptes
{
    /// <summary>Adds all of them; <c>UserManager&lt;Compte&gt;</c> and what stands on it live for one request. The web adds
    /// <c>AddSignInManager()</c> and its cookies to the builder that is returned.</summary>
    /// <param name="comptes">Where the accounts are; asked when they are first used.</param>
    public static IdentityBuilder AjouterLesComptes(this IServiceCollection services, Func<IServiceProvider, BaseDesComptes> comptes)
    {
        services.AddLogging();
        services.AddSingleton(comptes);
        services.AddSingleton(f => new SecretsAuRepos(f.GetRequiredService<BaseDesComptes>().Dossier));
        services.AddSingleton<AccesDesComptes>();
        services.AddSingleton<Postes>();
        services.AddSingleton<Habilitations>();
        services.AddSingleton<LiensUniques>();
        services.AddSingleton<SessionsDeCompte>();
        services.AddScoped(f => f.GetRequiredService<BaseDesComptes>().Ouvrir());
        services.AddScoped<GestionDesComptes>();
        services.AddScoped<MotsDePasse>();
        services.AddScoped<SecondFacteur>();
        services.AddScoped<AmorcageDesComptes>();
        services.AddScoped<IUserConfirmation<Compte>, CompteOuvert>();
        return services.AddIdentityCore<Compte>(Regler)
            .AddUserStore<MagasinDIdentite>()
            .AddErrorDescriber<ErreursDIdentite>()
            .AddPasswordValidator<MotsDePasseInterdits>()
            .AddTokenProvider<CodesDAuthentificateur>(TokenOptions.DefaultAuthenticatorProvider);
    }

    private static void Regler(IdentityOptions options)
    {
        // Length and lists say more than kinds of characters (CNIL, délibération 2022-100).
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Lockout.AllowedForNewUsers = true;
        options.SignIn.RequireConfirmedAccount = true;
        options.Tokens.AuthenticatorIssuer = "Xemelios.Next";
    }
}
