using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Cli.Sorties;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Cli.Commandes.Comptes;

internal sealed class CommandeUtilisateur : Command
{
    public CommandeUtilisateur()
        : base("utilisateur", "Les comptes des personnes")
    {
        Subcommands.Add(new CommandeListerLesComptes());
        Subcommands.Add(new CommandeCreerUnCompte());
        Subcommands.Add(new CommandeSurUnCompte("bloquer", "Plus personne ne se connecte avec ce compte", (s, compte, auteur) => s.GetRequiredService<GestionDesComptes>().BloquerAsync(compte, auteur)));
        Subcommands.Add(new CommandeSurUnCompte("debloquer", "Rouvre un compte bloqué ou verrouillé", (s, compte, auteur) => s.GetRequiredService<GestionDesComptes>().DebloquerAsync(compte, auteur)));
        Subcommands.Add(new CommandeLienDeMotDePasse());
        Subcommands.Add(new CommandeSecondFacteur());
    }

    internal static Argument<string> Compte => new("compte") { Description = "Nom du compte" };

    internal static async Task<EtatDeCompte> Etat(IServiceProvider services, string compte) =>
        (await services.GetRequiredService<GestionDesComptes>().ListerAsync()).Single(c => string.Equals(c.Utilisateur, compte, StringComparison.OrdinalIgnoreCase));

    internal static void Afficher(IReadOnlyList<EtatDeCompte> comptes, Execution execution)
    {
        var tableau = new Tableau("Compte", "Nom", "Ouvert le", "Par", "État", "Mot de passe", "Second facteur");
        foreach (var c in comptes)
            tableau.Ligne(c.Utilisateur, c.Nom, c.CreeLe.ToString("yyyy-MM-dd", null), c.CreePar, c.Bloque ? "bloqué" : c.VerrouilleJusqua is null ? "ouvert" : "verrouillé", c.MotDePasse ? "oui" : "non", c.SecondFacteur ? "oui" : "non");
        tableau.Sur(execution.Sortie);
    }

    internal static int Donner(string compte, LienUnique lien, Execution execution) => execution.Ecrire(
        new LienDonne(compte, lien.Chemin, lien.ExpireLe),
        (l, e) => e.Sortie.WriteLine($"Lien à donner à « {l.Utilisateur} », une seule fois, valable jusqu'au {l.ExpireLe.ToLocalTime():dd/MM/yyyy HH:mm} : (adresse du serveur){l.Lien}"));
}

/// <summary>A one-time link, to be laid behind the address of the server.</summary>
internal sealed record LienDonne(string Utilisateur, string Lien, DateTimeOffset ExpireLe);

internal sealed class CommandeListerLesComptes() : CommandeDeComptes("lister", "Tous les comptes")
{
    protected override async Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services) =>
        execution.Ecrire(await services.GetRequiredService<GestionDesComptes>().ListerAsync(), CommandeUtilisateur.Afficher);
}

internal sealed class CommandeCreerUnCompte : CommandeDeComptes
{
    private readonly Argument<string> _compte = CommandeUtilisateur.Compte;
    private readonly Option<string> _nom = new("--nom") { Description = "Prénom et nom de la personne", Required = true };

    public CommandeCreerUnCompte()
        : base("creer", "Ouvre un compte et donne le lien où la personne choisit son mot de passe")
    {
        Arguments.Add(_compte);
        Options.Add(_nom);
    }

    protected override async Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services)
    {
        var compte = ligne.GetRequiredValue(_compte);
        return CommandeUtilisateur.Donner(compte, await services.GetRequiredService<GestionDesComptes>().OuvrirAsync(compte, ligne.GetRequiredValue(_nom), Auteur), execution);
    }
}

internal sealed class CommandeSurUnCompte : CommandeDeComptes
{
    private readonly Argument<string> _compte = CommandeUtilisateur.Compte;
    private readonly Func<IServiceProvider, string, Auteur, Task> _changement;

    public CommandeSurUnCompte(string nom, string description, Func<IServiceProvider, string, Auteur, Task> changement)
        : base(nom, description)
    {
        Arguments.Add(_compte);
        _changement = changement;
    }

    protected override async Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services)
    {
        var compte = ligne.GetRequiredValue(_compte);
        await _changement(services, compte, Auteur);
        return execution.Ecrire(await CommandeUtilisateur.Etat(services, compte), (etat, e) => CommandeUtilisateur.Afficher([etat], e));
    }
}

internal sealed class CommandeLienDeMotDePasse : CommandeDeComptes
{
    private readonly Argument<string> _compte = CommandeUtilisateur.Compte;

    public CommandeLienDeMotDePasse()
        : base("mot-de-passe", "Donne le lien où la personne choisit un nouveau mot de passe") => Arguments.Add(_compte);

    protected override async Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services)
    {
        var compte = ligne.GetRequiredValue(_compte);
        return CommandeUtilisateur.Donner(compte, await services.GetRequiredService<MotsDePasse>().DonnerUnLienAsync(compte, Auteur), execution);
    }
}

internal sealed class CommandeSecondFacteur : CommandeDeComptes
{
    private readonly Argument<string> _compte = CommandeUtilisateur.Compte;
    private readonly Option<bool> _oter = new("--oter") { Description = "Retire le second facteur d'une personne qui l'a perdu" };

    public CommandeSecondFacteur()
        : base("second-facteur", "Le second facteur d'un compte")
    {
        Arguments.Add(_compte);
        Options.Add(_oter);
        Validators.Add(ligne =>
        {
            if (!ligne.GetValue(_oter))
                ligne.AddError("Dites ce qu'il faut faire du second facteur : --oter.");
        });
    }

    protected override async Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services)
    {
        var compte = ligne.GetRequiredValue(_compte);
        await services.GetRequiredService<SecondFacteur>().OterAsync(compte, Auteur);
        return execution.Ecrire(await CommandeUtilisateur.Etat(services, compte), (etat, e) => CommandeUtilisateur.Afficher([etat], e));
    }
}
