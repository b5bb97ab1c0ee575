using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes.Identite;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>An account as lists show it.</summary>
/// <param name="Utilisateur">The name under which the person signs in.</param>
/// <param name="VerrouilleJusqua">After too many failures, until when (UTC); null: it is not.</param>
public sealed record EtatDeCompte(
    string Utilisateur, string Nom, DateTimeOffset CreeLe, string CreePar, bool Bloque, DateTimeOffset? VerrouilleJusqua, bool MotDePasse, bool SecondFacteur);

/// <summary>Opens, blocks and lists accounts: for administrateurs and the owner of the machine. Each change is in the journal before it is done.</summary>
public sealed class GestionDesComptes(
    UserManager<Compte> comptes, ContexteDeGestion contexte, BaseDesComptes tables, AccesDesComptes acces, SessionsDeCompte sessions,
    LiensUniques liens, IJournal journal, TimeProvider horloge)
{
    /// <summary>In the order of their names.</summary>
    public async Task<IReadOnlyList<EtatDeCompte>> ListerAsync()
    {
        var maintenant = horloge.GetUtcNow();
        return [.. (await contexte.Comptes.AsNoTracking().ToListAsync())
            .Select(c => new EtatDeCompte(
                c.UserName!, c.Nom, c.CreeLe, c.CreePar, c.EstBloque, c.LockoutEnd > maintenant ? c.LockoutEnd : null, c.PasswordHash is not null, c.TwoFactorEnabled))
            .OrderBy(c => c.Utilisateur, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Opens an account without a password; the link that is returned lets its holder choose one.</summary>
    /// <exception cref="RefusDeGestionException">the author may not, or the name is taken or badly written.</exception>
    public async Task<LienUnique> OuvrirAsync(string utilisateur, string nom, Auteur auteur)
    {
        await acces.ExigerAdministrateurAsync(auteur, "L'ouverture d'un compte");
        using var tour = await tables.EcrireSeulAsync();
        var compte = new Compte { UserName = utilisateur.Trim(), Nom = nom.Trim(), CreeLe = horloge.GetUtcNow(), CreePar = auteur.Utilisateur ?? auteur.Depuis };
        await comptes.ExigerUnBonNomAsync(compte);
        journal.Ecrire(Acte(auteur, compte) with { Apres = $"ouvert pour {compte.UserName}" });
        await using var transaction = await contexte.Database.BeginTransactionAsync();
        (await comptes.CreateAsync(compte)).Exiger();
        var lien = await liens.PreparerAsync(contexte, UsageDeLien.MotDePasse, compte.Id);
        await contexte.SaveChangesAsync();
        await transaction.CommitAsync();
        return lien;
    }

    /// <summary>From now on nobody signs in with it, and its open sessions end.</summary>
    public Task BloquerAsync(string utilisateur, Auteur auteur) => Changer(utilisateur, "Le blocage d'un compte", auteur, async compte =>
    {
        if (compte.EstBloque)
            throw new CompteBloqueException(compte.UserName!);
        journal.Ecrire(Acte(auteur, compte) with { Avant = "ouvert", Apres = "bloqué" });
        (compte.BloqueLe, compte.BloquePar) = (horloge.GetUtcNow(), auteur.Utilisateur ?? auteur.Depuis);
        compte.ChangerLeTimbre();
        await contexte.SaveChangesAsync();
        await sessions.FermerToutesAsync(contexte, compte.Id, auteur);
    });

    /// <summary>Opens again an account that was blocked, or locked after too many failures.</summary>
    public Task DebloquerAsync(string utilisateur, Auteur auteur) => Changer(utilisateur, "Le déblocage d'un compte", auteur, async compte =>
    {
        var verrouille = compte.LockoutEnd > horloge.GetUtcNow();
        if (!compte.EstBloque && !verrouille)
            throw new CompteNonBloqueException(compte.UserName!);
        journal.Ecrire(Acte(auteur, compte) with { Avant = compte.EstBloque ? "bloqué" : "verrouillé", Apres = "ouvert" });
        (compte.BloqueLe, compte.BloquePar, compte.LockoutEnd, compte.AccessFailedCount) = (null, null, null, 0);
        compte.ChangerLeTimbre();
        await contexte.SaveChangesAsync();
    });

    /// <summary>Closes all sessions of an account and what was signed in with it.</summary>
    public Task FermerSesSessionsAsync(string utilisateur, Auteur auteur) => Changer(utilisateur, "La fermeture des sessions d'un autre", auteur, async compte =>
    {
        journal.Ecrire(auteur.Acte(NatureDActe.Deconnexion) with { Cles = $"compte={compte.UserName}" });
        compte.ChangerLeTimbre();
        await contexte.SaveChangesAsync();
        await sessions.FermerToutesAsync(contexte, compte.Id, auteur);
    });

    internal static Acte Acte(Auteur auteur, Compte compte) => auteur.Acte(NatureDActe.Compte) with { Cles = $"compte={compte.UserName}" };

    private async Task Changer(string utilisateur, string acte, Auteur auteur, Func<Compte, Task> changement)
    {
        await acces.ExigerAdministrateurAsync(auteur, acte);
        using var tour = await tables.EcrireSeulAsync();
        var compte = await comptes.ExigerAsync(utilisateur);
        // Whoever read it earlier in this request may have read it before somebody else changed it.
        await contexte.Entry(compte).ReloadAsync();
        await changement(compte);
    }
}
