using System.Collections.Concurrent;
using System.Security.Claims;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Web.Security;

/// <summary>What each person may do now: his session is open, his account too, and his habilitation is in force.</summary>
/// <remarks>An answer is kept for some seconds, so that a page of ten questions asks once; what is revoked ends within that time.</remarks>
public sealed class GardeDesAcces(Entrepot entrepot, AccesDesComptes comptes, SessionsDeCompte sessions, XemeliosWebOptions options, TimeProvider horloge)
{
    /// <summary>How long an answer is believed.</summary>
    public static readonly TimeSpan Confiance = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan EntreDeuxRegards = TimeSpan.FromSeconds(2);

    private static readonly Acces ProprietaireDeLaMachine = new()
    {
        Utilisateur = Web.Utilisateur.Local,
        Profil = Profil.Comptable,
        Fonctions = Enum.GetValues<Fonctions>().Aggregate((toutes, f) => toutes | f),
        Perimetre = Perimetre.Complet with { Archives = true },
    };

    private readonly ConcurrentDictionary<(Guid? Session, string? Poste), (long Lu, Acces? Acces)> _connus = new();
    private volatile bool _comptesOuverts;
    private volatile Acces _proprietaire = ProprietaireDeLaMachine;
    private long? _cherchesLe;

    /// <summary>Everybody must sign in: there is an account, or others than this machine may ask.</summary>
    public bool CompteExige => !options.CetteMachineSeule || ComptesOuverts;

    /// <summary>What this person may do now; null when he may do nothing.</summary>
    public Acces? De(ClaimsPrincipal? personne)
    {
        if (!CompteExige)
            return _proprietaire;
        var identite = IdentiteDeSession.De(personne);
        if (identite is null)
            return EnDemonstration ? Retenu(null, ComptesDeDemonstration.Poste, DeDemonstration) : null;
        return Retenu(identite.Session, identite.Poste, () => Demander(identite));
    }

    /// <summary>The first accounts have just been opened: from this moment on everybody signs in.</summary>
    public void NoterLesPremiersComptes() => _comptesOuverts = true;

    /// <summary>What was answered for this session is to be asked anew.</summary>
    public void Oublier(Guid session)
    {
        foreach (var cle in _connus.Keys.Where(c => c.Session == session))
            _connus.TryRemove(cle, out _);
    }

    // Accounts are never deleted: once there is one, there is one.
    private bool ComptesOuverts
    {
        get
        {
            if (_comptesOuverts || (_cherchesLe is { } vus && horloge.GetElapsedTime(vus) < EntreDeuxRegards))
                return _comptesOuverts;
            _cherchesLe = horloge.GetTimestamp();
            // Even who owns the machine brings no persons of two postes together.
            _proprietaire = ProprietaireDeLaMachine with { Perimetre = entrepot.Comptes.PerimetreDuProprietaire(null) with { Archives = true } };
            return _comptesOuverts = entrepot.Comptes.ExisteUnCompte();
        }
    }

    /// <summary>Visitors choose who they are: the data are fictitious, and only this machine may ask.</summary>
    public bool EnDemonstration => options.Demo && options.CetteMachineSeule;

    private Acces? Retenu(Guid? session, string? poste, Func<Task<Acces?>> demander)
    {
        if (_connus.TryGetValue((session, poste), out var connu) && horloge.GetElapsedTime(connu.Lu) < Confiance)
            return connu.Acces;
        // On a thread of its own: a page renders on a context that would wait for itself.
        var acces = Task.Run(demander).GetAwaiter().GetResult();
        if (_connus.Count > 10_000)
            _connus.Clear();
        _connus[(session, poste)] = (horloge.GetTimestamp(), acces);
        return acces;
    }

    private Task<Acces?> DeDemonstration() => comptes.AccesDeAsync(ComptesDeDemonstration.Comptable, ComptesDeDemonstration.Poste);

    private async Task<Acces?> Demander(IdentiteDeSession identite) =>
        await sessions.EstOuverteAsync(identite.Session, activite: false) ? await comptes.AccesDeAsync(identite.Utilisateur, identite.Poste) : null;
}
