using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes;
using ProfilDePersonne = Xemelios.Domain.Habilitations.Profil;

namespace Xemelios.Cli.Commandes.Comptes;

internal sealed class CommandeHabilitation : Command
{
    public CommandeHabilitation()
        : base("habilitation", "Qui peut faire et voir quoi")
    {
        Subcommands.Add(new CommandeListerLesHabilitations());
        Subcommands.Add(new CommandeDonnerUneHabilitation());
        Subcommands.Add(new CommandeTerminerUneHabilitation());
    }

    internal static void Afficher(IReadOnlyList<HabilitationListee> habilitations, Execution execution)
    {
        var tableau = new Tableau("Identifiant", "Compte", "Profil", "Poste", "Début", "Fin", "Fonctions", "Budgets", "Donnée par", "En vigueur");
        foreach (var h in habilitations)
        {
            tableau.Ligne(
                h.Id, h.Utilisateur, h.Profil.Libelle(), h.Poste, h.Debut, h.Fin, string.Join(' ', h.Fonctions.Select(ValeursDHabilitation.Ecrire)),
                string.Join(' ', h.Budgets.Select(b => b.Budget is null ? b.Siret : $"{b.Siret}/{b.Budget}")), h.DonneePar, h.EnVigueur ? "oui" : "non");
        }

        tableau.Sur(execution.Sortie, 260);
    }
}

/// <summary>A habilitation as the command line writes it.</summary>
internal sealed record HabilitationListee(
    Guid Id, string Utilisateur, ProfilDePersonne Profil, string? Poste, DateOnly Debut, DateOnly? Fin, DateOnly ProfilDebut, DateOnly? ProfilFin,
    IReadOnlyList<Fonctions> Fonctions, IReadOnlyList<BudgetPermis> Budgets, string DonneePar, DateTimeOffset DonneeLe,
    DateTimeOffset? RevoqueeLe, string? RevoqueePar, bool EnVigueur)
{
    public static HabilitationListee De(Habilitation h) => new(
        h.Id, h.Utilisateur, h.Profil, h.Poste, h.Debut, h.Fin, h.ProfilDebut, h.ProfilFin,
        [.. Enum.GetValues<Fonctions>().Where(f => f != Domain.Habilitations.Fonctions.Aucune && h.FonctionsPermises.HasFlag(f))], h.Budgets,
        h.DonneePar, h.DonneeLe, h.RevoqueeLe, h.RevoqueePar, h.EnVigueur(JourDeParis.De(TimeProvider.System.GetUtcNow())));
}

internal sealed class CommandeListerLesHabilitations : CommandeDeComptes
{
    private readonly Option<string?> _poste = new("--poste") { Description = "Code d'un poste comptable" };
    private readonly Option<string?> _compte = new("--compte") { Description = "Nom d'un compte" };
    private readonly Option<DateOnly?> _le = ValeursDHabilitation.OptionDeDate("--le", "Celles qui sont en vigueur ce jour-là, AAAA-MM-JJ");

    public CommandeListerLesHabilitations()
        : base("lister", "Les habilitations, de toutes les personnes ou d'une seule")
    {
        Options.Add(_poste);
        Options.Add(_compte);
        Options.Add(_le);
    }

    protected override async Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services)
    {
        var habilitations = services.GetRequiredService<Habilitations>();
        var (poste, le) = (ligne.GetValue(_poste), ligne.GetValue(_le));
        var lues = ligne.GetValue(_compte) is { } compte ? await habilitations.DuCompteAsync(compte, le) : await habilitations.ListerAsync(le);
        return execution.Ecrire(lues.Where(h => poste is null || h.Poste == poste).Select(HabilitationListee.De).ToList(), CommandeHabilitation.Afficher);
    }
}

internal sealed class CommandeDonnerUneHabilitation : CommandeDeComptes
{
    private readonly Argument<string> _compte = CommandeUtilisateur.Compte;
    private readonly Option<ProfilDePersonne> _profil = ValeursDHabilitation.OptionDeProfil();
    private readonly Option<string?> _poste = new("--poste") { Description = "Code du poste comptable" };
    private readonly Option<DateOnly?> _debut = ValeursDHabilitation.OptionDeDate("--debut", "Premier jour, AAAA-MM-JJ ; aujourd'hui sinon");
    private readonly Option<DateOnly?> _fin = ValeursDHabilitation.OptionDeDate("--fin", "Dernier jour, AAAA-MM-JJ");
    private readonly Option<DateOnly?> _profilDebut = ValeursDHabilitation.OptionDeDate("--profil-debut", "Premier jour du profil, s'il diffère");
    private readonly Option<DateOnly?> _profilFin = ValeursDHabilitation.OptionDeDate("--profil-fin", "Dernier jour du profil, s'il diffère");
    private readonly Option<Fonctions> _fonctions = ValeursDHabilitation.OptionDeFonctions();
    private readonly Option<BudgetPermis[]> _budgets = ValeursDHabilitation.OptionDeBudgets();

    public CommandeDonnerUneHabilitation()
        : base("donner", "Donne une habilitation à un compte")
    {
        Arguments.Add(_compte);
        foreach (var option in (Option[])[_profil, _poste, _debut, _fin, _profilDebut, _profilFin, _fonctions, _budgets])
            Options.Add(option);
    }

    protected override async Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services)
    {
        var demande = new DemandeDHabilitation
        {
            Utilisateur = ligne.GetRequiredValue(_compte), Profil = ligne.GetValue(_profil), Poste = ligne.GetValue(_poste),
            Debut = ligne.GetValue(_debut) ?? JourDeParis.De(TimeProvider.System.GetUtcNow()), Fin = ligne.GetValue(_fin),
            ProfilDebut = ligne.GetValue(_profilDebut), ProfilFin = ligne.GetValue(_profilFin),
            Deleguees = ligne.GetValue(_fonctions), Budgets = ligne.GetValue(_budgets) ?? [],
        };
        var donnee = await services.GetRequiredService<Habilitations>().DonnerAsync(demande, Auteur);
        return execution.Ecrire(HabilitationListee.De(donnee), (h, e) => CommandeHabilitation.Afficher([h], e));
    }
}

internal sealed class CommandeTerminerUneHabilitation : CommandeDeComptes
{
    private readonly Argument<Guid> _id = new("identifiant") { Description = "Identifiant de l'habilitation (voir « habilitation lister »)" };

    public CommandeTerminerUneHabilitation()
        : base("terminer", "Termine une habilitation sur-le-champ") => Arguments.Add(_id);

    protected override async Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services)
    {
        var habilitations = services.GetRequiredService<Habilitations>();
        var id = ligne.GetValue(_id);
        await habilitations.TerminerAsync(id, Auteur);
        var terminee = (await habilitations.ListerAsync()).Single(h => h.Id == id);
        return execution.Ecrire(HabilitationListee.De(terminee), (h, e) => CommandeHabilitation.Afficher([h], e));
    }
}
