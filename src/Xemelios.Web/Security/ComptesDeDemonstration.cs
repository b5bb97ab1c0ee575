using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Web.Security;

/// <summary>One account for each profile over the fictitious data, on this machine alone: no password, one only chooses who one is.</summary>
public sealed class ComptesDeDemonstration(GestionDesComptes comptes, Postes postes, Habilitations habilitations, TimeProvider horloge)
{
    /// <summary>The poste of the demonstration, and the account that visitors begin with.</summary>
    public const string Poste = "099001";

    /// <inheritdoc cref="Poste"/>
    public const string Comptable = "demo.comptable";

    private static readonly Auteur Demonstration = Auteur.DeLaMachine("démonstration", "servir --demo");

    /// <summary>The account of each profile, with its name.</summary>
    public static IReadOnlyDictionary<Profil, (string Utilisateur, string Nom)> Tous { get; } = new Dictionary<Profil, (string, string)>
    {
        [Profil.Comptable] = (Comptable, "Camille Comptable"),
        [Profil.AgentDuPoste] = ("demo.agent", "Alix Agent du poste"),
        [Profil.Ordonnateur] = ("demo.ordonnateur", "Ode Ordonnateur"),
        [Profil.Auditeur] = ("demo.auditeur", "Audrey Auditeur"),
        [Profil.JugeDesComptes] = ("demo.juge", "Jules Juge des comptes"),
        [Profil.Administrateur] = ("demo.administrateur", "Ada Administrateur"),
    };

    /// <summary>Makes them when there is no account yet.</summary>
    /// <param name="employeurs">SIRET and name of the employers of the folder.</param>
    public async Task PreparerAsync(IReadOnlyList<(string Siret, string Nom)> employeurs)
    {
        if ((await comptes.ListerAsync()).Count > 0 || employeurs.Count == 0)
            return;
        await postes.AjouterAsync(new PosteComptable(Poste, "Trésorerie de démonstration"), Demonstration);
        foreach (var (siret, nom) in employeurs)
            await postes.RattacherAsync(new CollectiviteDePoste(Poste, siret, nom), Demonstration);
        foreach (var (profil, (utilisateur, nom)) in Tous)
        {
            await comptes.OuvrirAsync(utilisateur, nom, Demonstration);
            await habilitations.DonnerAsync(Demande(profil, utilisateur, employeurs), Demonstration);
        }
    }

    private DemandeDHabilitation Demande(Profil profil, string utilisateur, IReadOnlyList<(string Siret, string Nom)> employeurs) => new()
    {
        Utilisateur = utilisateur,
        Profil = profil,
        Poste = profil == Profil.Administrateur ? null : Poste,
        Debut = JourDeParis.De(horloge.GetUtcNow()),
        Deleguees = profil == Profil.AgentDuPoste ? Profil.AgentDuPoste.FonctionsPermises() & ~Fonctions.Supprimer : Fonctions.Aucune,
        Budgets = profil switch
        {
            Profil.Ordonnateur => [new BudgetPermis(employeurs[0].Siret, null)],
            Profil.Auditeur or Profil.JugeDesComptes => [.. employeurs.Select(e => new BudgetPermis(e.Siret, null))],
            _ => [],
        },
    };
}
