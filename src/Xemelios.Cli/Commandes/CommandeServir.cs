using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Cli.Demandes;
using Xemelios.Web;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeServir : Command
{
    private readonly Option<int> _port = new("--port") { Description = "Port d'écoute", DefaultValueFactory = _ => 5080 };
    private readonly Option<string> _ecoute = new("--ecoute") { Description = "Adresse d'écoute", DefaultValueFactory = _ => "127.0.0.1" };
    private readonly Option<bool> _demo = new("--demo") { Description = "Les données sont le jeu d'essai fictif" };

    public CommandeServir()
        : base("servir", "Sert l'application dans un navigateur")
    {
        Action = new ActionDeCommande();
        Options.Add(_port);
        Options.Add(_ecoute);
        Options.Add(_demo);
    }

    /// <summary>Serves until it is asked to stop.</summary>
    public async Task<int> ServirAsync(ParseResult ligne, TextWriter messages)
    {
        var url = new UriBuilder("http", ligne.GetValue(_ecoute), ligne.GetValue(_port)).Uri;
        await using var application = XemeliosWeb.Create(new XemeliosWebOptions
        {
            DataFolder = OptionsCommunes.DossierDe(ligne),
            Url = url,
            Demo = ligne.GetValue(_demo),
            ConfigureServices = services => services.AddHostedService<DemandesAuServeur>(),
        });
        await application.StartAsync();
        await messages.WriteLineAsync($"Xemelios.Next répond à {url} — aucun compte n'est demandé : seule cette machine peut s'y connecter. Ctrl+C pour arrêter.");
        await application.WaitForShutdownAsync();
        return CodesDeRetour.Fait;
    }
}
