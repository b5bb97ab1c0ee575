using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>A habilitation to be given.</summary>
public sealed record DemandeDHabilitation
{
    /// <summary>The account that gets it.</summary>
    public required string Utilisateur { get; init; }

    public required Profil Profil { get; init; }

    /// <summary>Code of the poste; null for an administrateur alone.</summary>
    public string? Poste { get; init; }

    public required DateOnly Debut { get; init; }

    public DateOnly? Fin { get; init; }

    /// <summary>Period of the profile; that of the habilitation unless said otherwise.</summary>
    public DateOnly? ProfilDebut { get; init; }

    public DateOnly? ProfilFin { get; init; }

    /// <summary>For an agent du poste alone.</summary>
    public Fonctions Deleguees { get; init; }

    /// <summary>For an ordonnateur, an auditeur or a juge des comptes alone.</summary>
    public IReadOnlyList<BudgetPermis> Budgets { get; init; } = [];
}

/// <summary>Gives, ends and lists habilitations. Nothing is changed but by these rules, and each change is in the journal before it is done.</summary>
public sealed class Habilitations(BaseDesComptes comptes, AccesDesComptes acces, IJournal journal, TimeProvider horloge)
{
    /// <exception cref="RefusDeGestionException">the author may not, or what he gives does not hold together.</exception>
    public Task<Habilitation> DonnerAsync(DemandeDHabilitation demande, Auteur auteur) => comptes.EcrireAsync(async contexte =>
    {
        if (auteur.Est(demande.Utilisateur))
            throw new HabilitationDeSoiMemeException();
        var fonctions = await FonctionsDe(auteur, demande.Profil, demande.Poste);
        var donnee = ReglesDHabilitation.Composer(demande, auteur.Utilisateur ?? auteur.Depuis, horloge.GetUtcNow());
        ReglesDHabilitation.Verifier(donnee, fonctions);
        var compte = await CompteOuvert(contexte, demande.Utilisateur);
        donnee = donnee with { Utilisateur = compte.UserName! };
        if (donnee.Poste is { } poste)
            ReglesDHabilitation.VerifierLePoste(donnee, await CollectivitesDe(contexte, poste));
        ReglesDHabilitation.VerifierLesAutres(donnee, await DuCompte(contexte, compte.Id));
        journal.Ecrire(Acte(auteur, donnee) with { Apres = Decrire(donnee) });
        contexte.Habilitations.Add(RangeeDHabilitation.De(donnee, compte));
        compte.ChangerLeTimbre();
        await contexte.SaveChangesAsync();
        return donnee;
    });

    /// <summary>Ends a habilitation at once.</summary>
    /// <exception cref="RefusDeGestionException">the author may not, or it has ended already.</exception>
    public Task TerminerAsync(Guid id, Auteur auteur) => comptes.EcrireAsync(async contexte =>
    {
        var rangee = await contexte.Habilitations.Include(h => h.Compte).Include(h => h.Budgets).SingleOrDefaultAsync(h => h.Id == id)
            ?? throw new HabilitationIntrouvableException();
        await FonctionsDe(auteur, rangee.Profil, rangee.Poste);
        var avant = rangee.EnDomaine();
        var maintenant = horloge.GetUtcNow();
        if (avant.RevoqueeLe is not null || ReglesDHabilitation.Fin(avant) < JourDeParis.De(maintenant))
            throw new HabilitationDejaTermineeException();
        (rangee.RevoqueeLe, rangee.RevoqueePar) = (maintenant, auteur.Utilisateur ?? auteur.Depuis);
        journal.Ecrire(Acte(auteur, avant) with { Avant = Decrire(avant), Apres = Decrire(rangee.EnDomaine()) });
        rangee.Compte.ChangerLeTimbre();
        return await contexte.SaveChangesAsync();
    });

    /// <summary>The habilitations of a poste, or those without any (administrateurs) when none is named; in force on a day when one is named.</summary>
    public Task<IReadOnlyList<Habilitation>> DuPosteAsync(string? poste, DateOnly? enVigueurLe = null) =>
        ListerAsync(habilitations => habilitations.Where(h => h.Poste == poste), enVigueurLe);

    public Task<IReadOnlyList<Habilitation>> DuCompteAsync(string utilisateur, DateOnly? enVigueurLe = null)
    {
        var nom = utilisateur.ToUpperInvariant();
        return ListerAsync(habilitations => habilitations.Where(h => h.Compte.NormalizedUserName == nom), enVigueurLe);
    }

    /// <summary>All habilitations of all postes: for administrateurs.</summary>
    public Task<IReadOnlyList<Habilitation>> ListerAsync(DateOnly? enVigueurLe = null) => ListerAsync(habilitations => habilitations, enVigueurLe);

    /// <summary>What a habilitation says, as the journal keeps it.</summary>
    public static string Decrire(Habilitation habilitation)
    {
        var parties = new List<string>
        {
            $"profil={habilitation.Profil}",
            $"habilitation={Periode(habilitation.Debut, habilitation.Fin)}",
            $"profil du {Periode(habilitation.ProfilDebut, habilitation.ProfilFin)}",
        };
        if (habilitation.Deleguees != Fonctions.Aucune)
            parties.Add($"fonctions={habilitation.Deleguees}");
        parties.AddRange(habilitation.Budgets.Select(b => $"budget={b.Siret}/{b.Budget ?? "tous"}" + (b.Du is null && b.Au is null ? "" : $" {b.Du?.ToString() ?? "…"}..{b.Au?.ToString() ?? "…"}")));
        if (habilitation.RevoqueeLe is { } le)
            parties.Add($"terminée le {le.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)} par {habilitation.RevoqueePar}");
        return string.Join(" ; ", parties);
    }

    private static string Periode(DateOnly du, DateOnly? au) => $"{Jour(du)}..{(au is { } fin ? Jour(fin) : "…")}";

    private static string Jour(DateOnly jour) => jour.ToString("O", CultureInfo.InvariantCulture);

    private static Acte Acte(Auteur auteur, Habilitation habilitation) => auteur.Acte(NatureDActe.Habilitation) with
    {
        Poste = habilitation.Poste, Cles = $"habilitation={habilitation.Id} ; compte={habilitation.Utilisateur}",
    };

    /// <summary>What the author may delegate with this profile; refuses who may not give it.</summary>
    private async Task<Fonctions> FonctionsDe(Auteur auteur, Profil profil, string? poste)
    {
        if (auteur.PossedeLaMachine)
            return Profil.AgentDuPoste.FonctionsPermises();
        if (profil is not (Profil.AgentDuPoste or Profil.Ordonnateur))
        {
            await acces.ExigerAdministrateurAsync(auteur, $"L'habilitation d'un {profil.Libelle()}");
            return Fonctions.Aucune;
        }

        var sien = poste is not null && auteur.Utilisateur is { } nom ? await acces.AccesDeAsync(nom, poste) : null;
        return sien is { Profil: Profil.Comptable }
            ? sien.Fonctions & Profil.AgentDuPoste.FonctionsPermises()
            : throw new PouvoirInsuffisantException($"L'habilitation d'un {profil.Libelle()}", "au comptable du poste");
    }

    private static async Task<Compte> CompteOuvert(ContexteDeGestion contexte, string utilisateur)
    {
        var nom = utilisateur.ToUpperInvariant();
        var compte = await contexte.Comptes.SingleOrDefaultAsync(c => c.NormalizedUserName == nom) ?? throw new CompteInconnuException(utilisateur);
        return compte.EstBloque ? throw new CompteBloqueException(compte.UserName!) : compte;
    }

    private static async Task<List<CollectiviteDePoste>> CollectivitesDe(ContexteDeGestion contexte, string poste)
    {
        if (!await contexte.Postes.AnyAsync(p => p.Code == poste))
            throw new PosteInconnuException(poste);
        return [.. (await contexte.Collectivites.AsNoTracking().Where(c => c.Poste == poste).ToListAsync()).Select(c => c.EnDomaine())];
    }

    private static async Task<List<Habilitation>> DuCompte(ContexteDeGestion contexte, string compte) =>
        [.. (await contexte.Habilitations.Include(h => h.Compte).Where(h => h.CompteId == compte && h.RevoqueeLe == null).ToListAsync()).Select(h => h.EnDomaine())];

    private Task<IReadOnlyList<Habilitation>> ListerAsync(Func<IQueryable<RangeeDHabilitation>, IQueryable<RangeeDHabilitation>> choix, DateOnly? jour) =>
        comptes.LireAsync<IReadOnlyList<Habilitation>>(async contexte =>
        {
            var rangees = await choix(contexte.Habilitations.Include(h => h.Compte).Include(h => h.Budgets)).ToListAsync();
            return [.. rangees.Select(h => h.EnDomaine()).Where(h => jour is not { } j || h.EnVigueur(j)).OrderBy(h => h.DonneeLe).ThenBy(h => h.Id)];
        });
}
