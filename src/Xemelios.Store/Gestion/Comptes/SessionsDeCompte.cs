using Microsoft.EntityFrameworkCore;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>A session of an account.</summary>
/// <param name="OuverteLe">When the person signed in (UTC).</param>
/// <param name="VueLe">When he last asked for something (UTC), known to half a minute.</param>
/// <param name="Adresse">Address of the client.</param>
/// <param name="FermeeLe">When it was closed (UTC), by whom; null while it is open or when it ran out by itself.</param>
public sealed record SessionDeCompte(
    Guid Id, string Utilisateur, DateTimeOffset OuverteLe, DateTimeOffset VueLe, string Adresse, DateTimeOffset? FermeeLe, string? FermeePar, bool EstOuverte);

/// <summary>Opens, follows and closes the sessions of accounts. Each opening and closing is in the journal before it is done.</summary>
public sealed class SessionsDeCompte(BaseDesComptes comptes, AccesDesComptes acces, IJournal journal, TimeProvider horloge)
{
    /// <summary>Without any request for this long a session ends.</summary>
    public static readonly TimeSpan Inactivite = TimeSpan.FromMinutes(15);

    /// <summary>A session never lasts longer.</summary>
    public static readonly TimeSpan DureeMax = TimeSpan.FromHours(10);

    /// <summary>A request is written down when the last one that was is this old.</summary>
    private static readonly TimeSpan Pas = TimeSpan.FromSeconds(30);

    /// <summary>Opens a session for an account whose password and second factor are checked; its key goes in the cookie.</summary>
    /// <param name="auteur">The account itself.</param>
    public Task<Guid> OuvrirAsync(Auteur auteur) => comptes.EcrireAsync(async contexte =>
    {
        var nom = auteur.Utilisateur!.ToUpperInvariant();
        var compte = await contexte.Comptes.SingleOrDefaultAsync(c => c.NormalizedUserName == nom) ?? throw new CompteInconnuException(auteur.Utilisateur);
        if (compte.EstBloque)
            throw new CompteBloqueException(auteur.Utilisateur);
        var maintenant = horloge.GetUtcNow();
        var session = new RangeeDeSession { CompteId = compte.Id, OuverteLe = maintenant, VueLe = maintenant, Adresse = Tronquer(auteur.Depuis) };
        journal.Ecrire(auteur.Acte(NatureDActe.Connexion) with { Cles = $"session={session.Id}" });
        contexte.Sessions.Add(session);
        await contexte.SaveChangesAsync();
        return session.Id;
    });

    /// <summary>The session is open, its account too. To be asked at each request, and each minute by an open page.</summary>
    /// <param name="activite">The person did something: inactivity is counted anew from now. An open page that asks by itself says no.</param>
    public async Task<bool> EstOuverteAsync(Guid id, bool activite)
    {
        var maintenant = horloge.GetUtcNow();
        var session = await comptes.LireAsync(c => c.Sessions.Include(s => s.Compte).SingleOrDefaultAsync(s => s.Id == id));
        if (session is null || !EstOuverte(session, maintenant))
            return false;
        if (activite && maintenant - session.VueLe >= Pas)
            await comptes.EcrireAsync(c => c.Sessions.Where(s => s.Id == id && s.FermeeLe == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.VueLe, maintenant)));
        return true;
    }

    /// <summary>Closes a session: its own, or anybody's for an administrateur. Nothing to do when it is closed already.</summary>
    public async Task FermerAsync(Guid id, Auteur auteur)
    {
        var session = await comptes.LireAsync(c => c.Sessions.Include(s => s.Compte).SingleOrDefaultAsync(s => s.Id == id));
        if (session is null || session.FermeeLe is not null)
            return;
        if (!auteur.Est(session.Compte.UserName!))
            await acces.ExigerAdministrateurAsync(auteur, "La fermeture de la session d'un autre");
        await comptes.EcrireAsync(async contexte =>
        {
            journal.Ecrire(auteur.Acte(NatureDActe.Deconnexion) with { Cles = $"session={id} ; compte={session.Compte.UserName}" });
            return await Fermer(contexte.Sessions.Where(s => s.Id == id), auteur);
        });
    }

    /// <summary>The sessions of an account, or of all when none is named: the latest first.</summary>
    /// <param name="ouvertes">Only those that are open now.</param>
    public Task<IReadOnlyList<SessionDeCompte>> ListerAsync(string? utilisateur = null, bool ouvertes = false) =>
        comptes.LireAsync<IReadOnlyList<SessionDeCompte>>(async contexte =>
        {
            var nom = utilisateur?.ToUpperInvariant();
            var maintenant = horloge.GetUtcNow();
            var rangees = await contexte.Sessions.Include(s => s.Compte)
                .Where(s => (nom == null || s.Compte.NormalizedUserName == nom) && (!ouvertes || s.FermeeLe == null)).ToListAsync();
            return [.. rangees
                .Select(s => new SessionDeCompte(s.Id, s.Compte.UserName!, s.OuverteLe, s.VueLe, s.Adresse, s.FermeeLe, s.FermeePar, EstOuverte(s, maintenant)))
                .Where(s => s.EstOuverte || !ouvertes).OrderByDescending(s => s.OuverteLe).ThenBy(s => s.Id)];
        });

    /// <summary>Closes all the sessions of an account, in the unit of work of the change that asks for it.</summary>
    internal Task FermerToutesAsync(ContexteDeGestion contexte, string compte, Auteur auteur) =>
        Fermer(contexte.Sessions.Where(s => s.CompteId == compte), auteur);

    private Task<int> Fermer(IQueryable<RangeeDeSession> sessions, Auteur auteur)
    {
        var maintenant = horloge.GetUtcNow();
        var par = auteur.Utilisateur ?? auteur.Depuis;
        return sessions.Where(s => s.FermeeLe == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.FermeeLe, maintenant).SetProperty(x => x.FermeePar, par));
    }

    private static bool EstOuverte(RangeeDeSession session, DateTimeOffset maintenant) =>
        session.FermeeLe is null && !session.Compte.EstBloque && maintenant - session.VueLe < Inactivite && maintenant - session.OuverteLe < DureeMax;

    private static string Tronquer(string adresse) => adresse.Length <= 64 ? adresse : adresse[..64];
}
