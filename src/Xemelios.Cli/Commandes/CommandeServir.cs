using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Cli.Demandes;
using Xemelios.Store;
using Xemelios.Web;
using Xemelios.Web.Security;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeServir : Command
{
    private readonly Option<int> _port = new("--port") { Description = "Port d'écoute", DefaultValueFactory = _ => 5080 };
    private readonly Option<string> _ecoute = new("--ecoute") { Description = "Adresse d'écoute", DefaultValueFactory = _ => "127.0.0.1" };
    private readonly Option<bool> _demo = new("--demo") { Description = "Les données sont le jeu d'essai fictif" };

    private readonly Option<string?> _nom = new("--nom") { Description = "Nom public, derrière un mandataire qui porte TLS" };
    private readonly Option<string?> _mandataire = new("--mandataire") { Description = "Adresse du mandataire ; XEMELIOS_SECRET_MANDATAIRE est le secret qu'il partage s'il authentifie" };

    private readonly Option<int> _envoi = new("--envoi-max") { Description = "Taille permise d'un fichier envoyé par un navigateur, en Mio", DefaultValueFactory = _ => 8_192 };

    public CommandeServir()
        : base("servir", "Sert l'application dans un navigateur")
    {
        Action = new ActionDeCommande();
        Options.Add(_port);
        Options.Add(_ecoute);
        Options.Add(_demo);
        Options.Add(_nom);
        Options.Add(_mandataire);
        Options.Add(_envoi);
    }

    /// <summary>Serves until it is asked to stop.</summary>
    public async Task<int> ServirAsync(ParseResult ligne, TextWriter messages)
    {
        var url = new UriBuilder("http", ligne.GetValue(_ecoute), ligne.GetValue(_port)).Uri;
        var nom = ligne.GetValue(_nom);
        await using var application = XemeliosWeb.Create(new XemeliosWebOptions
        {
            DataFolder = OptionsCommunes.DossierDe(ligne),
            Url = url,
            Demo = ligne.GetValue(_demo),
            NomPublic = nom,
            Mandataire = ligne.GetValue(_mandataire) is { } adresse ? IPAddress.Parse(adresse) : null,
            EnvoiMaximal = (long)Math.Max(1, ligne.GetValue(_envoi)) << 20,
            SecretDuMandataire = Environment.GetEnvironmentVariable("XEMELIOS_SECRET_MANDATAIRE"),
            ConfigureServices = services => services.AddHostedService<DemandesAuServeur>(),
        });
        var lien = await application.PreparerLesComptesAsync();
        await application.StartAsync();
        await messages.WriteLineAsync($"Xemelios.Next répond à {url} — {Annonce(application, lien)} Ctrl+C pour arrêter.");
        if (lien is not null)
            await messages.WriteLineAsync($"Pour ouvrir les premiers comptes (lien valable une fois, 24 heures) : {new Uri(nom is null ? url : new Uri($"https://{nom}"), lien)}");
        foreach (var defaut in application.Services.GetRequiredService<Entrepot>().Archives.Verifier().Defauts)
            await messages.WriteLineAsync(defaut);
        await application.WaitForShutdownAsync();
        return CodesDeRetour.Fait;
    }

    private static string Annonce(WebApplication application, string? lien) => application.Services.GetRequiredService<GardeDesAcces>() switch
    {
        { EnDemonstration: true } => "démonstration : un compte par profil, sans mot de passe, sur cette machine seule.",
        { CompteExige: false } => "aucun compte n'est demandé : seule cette machine peut s'y connecter.",
        _ when lien is not null => "personne ne peut encore s'y connecter.",
        _ => "un compte est demandé.",
    };
}
