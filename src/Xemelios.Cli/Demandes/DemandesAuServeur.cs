using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xemelios.Store;

namespace Xemelios.Cli.Demandes;

/// <summary>Runs, in the server that owns the folder, the commands that other processes lay in <c>depot/demandes</c>.</summary>
internal sealed class DemandesAuServeur(Entrepot entrepot, ILogger<DemandesAuServeur> journal) : BackgroundService
{
    private static readonly TimeSpan Pas = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var demandes = Directory.CreateDirectory(DemandeAuServeur.DossierDesDemandes(entrepot.Dossier)).FullName;
        using var minuterie = new PeriodicTimer(Pas);
        while (await minuterie.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var demande in Directory.EnumerateFiles(demandes, "*.demande").Order(StringComparer.Ordinal))
                await Task.Run(() => Traiter(demande), stoppingToken);
        }
    }

    private void Traiter(string chemin)
    {
        var base_ = Path.ChangeExtension(chemin, null);
        try
        {
            var demande = DemandeAuServeur.Lire<Demande>(chemin);
            File.Move(chemin, $"{base_}.prise");
            using var sortie = new StringWriter();
            using var messages = new StringWriter();
            var code = LigneDeCommande.ExecuterSur(entrepot, demande.Arguments, demande.Repertoire, sortie, messages);
            DemandeAuServeur.Ecrire($"{base_}.reponse", new Reponse(code, sortie.ToString(), messages.ToString()));
        }
        catch (Exception echec) when (echec is not OperationCanceledException)
        {
            journal.LogError("Une commande déposée a échoué ({Type}).", echec.GetType().Name);
            DemandeAuServeur.Ecrire($"{base_}.reponse", new Reponse(
                CodesDeRetour.Echec, "", $"La commande a échoué dans le serveur ({echec.GetType().Name}).{Environment.NewLine}"));
        }
        finally
        {
            File.Delete(chemin);
            File.Delete($"{base_}.prise");
        }
    }
}
