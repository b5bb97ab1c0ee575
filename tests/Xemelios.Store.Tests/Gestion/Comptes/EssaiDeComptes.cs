using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Store.Tests.TextIndex;

namespace Xemelios.Store.Tests.Gestion.Comptes;

/// <summary>A clock that stands still until it is told otherwise.</summary>
internal sealed class HorlogeDEssai : TimeProvider
{
    public DateTimeOffset Maintenant { get; set; } = new(2026, 3, 15, 9, 0, 0, TimeSpan.Zero);

    public DateOnly Jour => JourDeParis.De(Maintenant);

    public override DateTimeOffset GetUtcNow() => Maintenant;
}

/// <summary>A journal in memory, which can break.</summary>
internal sealed class JournalDEssai : IJournal
{
    public List<Acte> Actes { get; } = [];

    public bool EnPanne { get; set; }

    public void Ecrire(Acte acte)
    {
        if (EnPanne)
            throw new JournalIndisponibleException();
        Actes.Add(acte);
    }
}

/// <summary>An empty base of accounts with all its services, for one test.</summary>
internal sealed class EssaiDeComptes : IDisposable
{
    public const string Poste = "P001";
    public const string AutrePoste = "P002";
    public const string Commune = "21990001600011";
    public const string Regie = "21990001600029";
    public const string Hopital = "26990002400017";
    public const string BonMotDePasse = "Trois haies de charmes";

    public static readonly Auteur Machine = Auteur.DeLaMachine("exploitant", "essai");

    private readonly DossierDEssai _dossier = new();
    private readonly ServiceProvider _services;

    /// <param name="postgresql">Connection string of an empty base; null for gestion.db of a folder of its own.</param>
    public EssaiDeComptes(string? postgresql = null)
    {
        Base = new BaseDesComptes(_dossier.Chemin, postgresql);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Horloge).AddSingleton<IJournal>(Journal);
        services.AjouterLesComptes(_ => Base);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public HorlogeDEssai Horloge { get; } = new();

    public JournalDEssai Journal { get; } = new();

    public BaseDesComptes Base { get; }

    public string Dossier => _dossier.Chemin;

    public Postes Postes => _services.GetRequiredService<Postes>();

    public Habilitations Habilitations => _services.GetRequiredService<Habilitations>();

    public AccesDesComptes Acces => _services.GetRequiredService<AccesDesComptes>();

    public SessionsDeCompte Sessions => _services.GetRequiredService<SessionsDeCompte>();

    public static Auteur De(string compte) => Auteur.DuCompte(compte, "10.0.0.7", "/essai");

    /// <summary>Runs in a scope of its own, as a request does.</summary>
    public async Task<T> Avec<TService, T>(Func<TService, Task<T>> action)
        where TService : notnull
    {
        await using var portee = _services.CreateAsyncScope();
        return await action(portee.ServiceProvider.GetRequiredService<TService>());
    }

    public Task Avec<TService>(Func<TService, Task> action)
        where TService : notnull => Avec<TService, bool>(async service =>
        {
            await action(service);
            return true;
        });

    public Task<Compte> Compte(string nom) => Avec<UserManager<Compte>, Compte>(async comptes => (await comptes.FindByNameAsync(nom))!);

    /// <summary>Opens accounts without any right.</summary>
    public async Task Ouvrir(params string[] noms)
    {
        foreach (var nom in noms)
            await Avec<GestionDesComptes>(g => g.OuvrirAsync(nom, $"Personne {nom}", Machine));
    }

    /// <summary>Opens an account and chooses its password.</summary>
    public async Task OuvrirAvecMotDePasse(string nom)
    {
        var lien = await Avec<GestionDesComptes, LienUnique>(g => g.OuvrirAsync(nom, $"Personne {nom}", Machine));
        await Avec<MotsDePasse>(m => m.ChoisirAsync(lien.Jeton, BonMotDePasse, "10.0.0.7"));
    }

    /// <summary>Two postes: the commune (and its régie since March) is of the first, the hospital of the second.</summary>
    public async Task PoserLesPostes()
    {
        await Postes.AjouterAsync(new PosteComptable(Poste, "Trésorerie fictive"), Machine);
        await Postes.AjouterAsync(new PosteComptable(AutrePoste, "Trésorerie hospitalière fictive"), Machine);
        await Postes.RattacherAsync(new CollectiviteDePoste(Poste, Commune, "Commune fictive"), Machine);
        await Postes.RattacherAsync(new CollectiviteDePoste(Poste, Regie, "Régie fictive", new DateOnly(2026, 3, 1), new DateOnly(2026, 12, 31)), Machine);
        await Postes.RattacherAsync(new CollectiviteDePoste(AutrePoste, Hopital, "Hôpital fictif"), Machine);
    }

    /// <summary>Postes, and the accounts admin (administrateur) and claire (comptable of the first poste), habilitated since January.</summary>
    public async Task PoserLesPremiers()
    {
        await PoserLesPostes();
        await Ouvrir("admin", "claire");
        await Donner("admin", Profil.Administrateur, null);
        await Donner("claire", Profil.Comptable, Poste);
    }

    public Task<Habilitation> Donner(string compte, Profil profil, string? poste, Auteur? auteur = null, params BudgetPermis[] budgets) =>
        Habilitations.DonnerAsync(Demande(compte, profil, poste, budgets), auteur ?? Machine);

    public static DemandeDHabilitation Demande(string compte, Profil profil, string? poste, params BudgetPermis[] budgets) => new()
    {
        Utilisateur = compte, Profil = profil, Poste = poste, Debut = new DateOnly(2026, 1, 1), Budgets = budgets,
        Deleguees = profil == Profil.AgentDuPoste ? Fonctions.Consulter | Fonctions.Rechercher : Fonctions.Aucune,
    };

    public void Dispose()
    {
        _services.Dispose();
        Base.Fermer();
        _dossier.Dispose();
    }
}
