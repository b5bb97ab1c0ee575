using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Store;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Web.Security;

/// <summary>What a server does about accounts before it answers: those of a demonstration, or the link of the first start.</summary>
public static class PremiersComptes
{
    /// <summary>Makes the accounts of a demonstration; else, while there is no account, gives the link that opens the first ones.</summary>
    /// <returns>The path of the link; null when there is nothing to open.</returns>
    public static async Task<string?> PreparerLesComptesAsync(this WebApplication application)
    {
        await using var portee = application.Services.CreateAsyncScope();
        var services = portee.ServiceProvider;
        if (!services.GetRequiredService<GardeDesAcces>().EnDemonstration)
            return (await services.GetRequiredService<AmorcageDesComptes>().PreparerAsync())?.Chemin;
        using var connexion = services.GetRequiredService<Entrepot>().Connecter();
        var employeurs = new EtatsQuestion().Executer(connexion, Perimetre.Complet).GroupBy(e => e.Siret, StringComparer.Ordinal).Select(e => (e.Key, e.First().Employeur ?? e.Key)).ToList();
        await services.GetRequiredService<ComptesDeDemonstration>().PreparerAsync(employeurs);
        return null;
    }
}
