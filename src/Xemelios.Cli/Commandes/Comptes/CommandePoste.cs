using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Cli.Sorties;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Cli.Commandes.Comptes;

internal sealed class CommandePoste : Command
{
    public CommandePoste()
        : base("poste", "Les postes comptables et leurs collectivités")
    {
        Subcommands.Add(new CommandeListerLesPostes());
        Subcommands.Add(new CommandeImporterDesPostes());
    }
}

internal sealed record PosteListe(string Code, string Libelle, IReadOnlyList<CollectiviteListee> Collectivites);

internal sealed record CollectiviteListee(string Siret, string Libelle, DateOnly? Du, DateOnly? Au);

internal sealed class CommandeListerLesPostes() : CommandeDeComptes("lister", "Tous les postes, avec leurs collectivités")
{
    protected override async Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services)
    {
        var postes = services.GetRequiredService<Postes>();
        var collectivites = (await postes.CollectivitesAsync()).ToLookup(c => c.Poste, c => new CollectiviteListee(c.Siret, c.Libelle, c.Du, c.Au), StringComparer.Ordinal);
        return execution.Ecrire((await postes.ListerAsync()).Select(p => new PosteListe(p.Code, p.Libelle, [.. collectivites[p.Code]])).ToList(), Afficher);
    }

    private static void Afficher(List<PosteListe> postes, Execution execution)
    {
        var tableau = new Tableau("Poste", "Libellé", "SIRET", "Collectivité", "Du", "Au");
        foreach (var p in postes)
        {
            foreach (var c in p.Collectivites.DefaultIfEmpty())
                tableau.Ligne(p.Code, p.Libelle, c?.Siret, c?.Libelle, c?.Du, c?.Au);
        }

        tableau.Sur(execution.Sortie);
    }
}

internal sealed class CommandeImporterDesPostes : CommandeDeComptes
{
    private readonly Argument<string> _fichier = new("fichier") { Description = "CSV : poste;libelle poste;siret;libelle;du;au" };

    public CommandeImporterDesPostes()
        : base("importer", "Ajoute et modifie des postes et leurs collectivités ; si une ligne est fausse, rien n'est pris") => Arguments.Add(_fichier);

    protected override async Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services)
    {
        var chemin = Path.GetFullPath(ligne.GetRequiredValue(_fichier), execution.Repertoire);
        if (!File.Exists(chemin))
        {
            execution.Messages.WriteLine($"Le fichier « {chemin} » n'existe pas.");
            return CodesDeRetour.Echec;
        }

        await using var csv = File.OpenRead(chemin);
        var rapport = await services.GetRequiredService<Postes>().ImporterAsync(csv, Auteur);
        execution.Ecrire(rapport, Afficher);
        return rapport.Erreurs.Count == 0 ? CodesDeRetour.Fait : CodesDeRetour.Echec;
    }

    private static void Afficher(RapportDePostes rapport, Execution execution)
    {
        foreach (var erreur in rapport.Erreurs)
            execution.Sortie.WriteLine($"ligne {erreur.Ligne} : {erreur.Code} {erreur.Message}");
        execution.Sortie.WriteLine(rapport.Erreurs.Count > 0
            ? "Rien n'a été pris."
            : $"Postes : {rapport.PostesAjoutes} ajoutés, {rapport.PostesModifies} modifiés ; collectivités : {rapport.CollectivitesAjoutees} ajoutées, {rapport.CollectivitesModifiees} modifiées.");
    }
}
