using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes.Identite;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>One of the two accounts of the first start.</summary>
public sealed record PremierCompte(string Utilisateur, string Nom, string MotDePasse);

/// <summary>What the first start makes: who keeps the accounts, and who answers for a poste.</summary>
public sealed record PremiersComptes(PremierCompte Administrateur, PremierCompte Comptable, PosteComptable Poste);

/// <summary>The first start: no default password, but a link that serves once.</summary>
public sealed class AmorcageDesComptes(
    UserManager<Compte> comptes, ContexteDeGestion contexte, BaseDesComptes tables, LiensUniques liens, IJournal journal, TimeProvider horloge)
{
    private const string Objet = "/premier-demarrage";

    /// <summary>A new link while there is no account, in place of the former one; null when there is one. To be asked when the server starts.</summary>
    public async Task<LienUnique?> PreparerAsync()
    {
        using var tour = await tables.EcrireSeulAsync();
        if (await contexte.Comptes.AnyAsync())
            return null;
        var lien = await liens.PreparerAsync(contexte, UsageDeLien.PremierDemarrage, compte: null);
        await contexte.SaveChangesAsync();
        return lien;
    }

    /// <summary>The link is good and there is no account yet.</summary>
    public async Task<bool> EstValableAsync(string jeton)
    {
        try
        {
            await liens.TrouverAsync(contexte, UsageDeLien.PremierDemarrage, jeton);
            return !await contexte.Comptes.AnyAsync();
        }
        catch (LienPerimeException)
        {
            return false;
        }
    }

    /// <summary>Makes the first administrateur, the first comptable and his poste, and uses the link up: all or nothing.</summary>
    /// <param name="depuis">Address of the client.</param>
    /// <exception cref="RefusDeGestionException">the link is not good, or something of what is asked is refused (the link then still is).</exception>
    public async Task CreerAsync(string jeton, PremiersComptes premiers, string depuis)
    {
        using var tour = await tables.EcrireSeulAsync();
        var lien = await liens.TrouverAsync(contexte, UsageDeLien.PremierDemarrage, jeton);
        if (await contexte.Comptes.AnyAsync())
            throw new LienPerimeException();
        var auteur = Auteur.DuLien(null, depuis, Objet);
        var poste = ReglesDePoste.Lu(premiers.Poste);
        var administrateur = await Verifier(premiers.Administrateur, auteur);
        var comptable = await Verifier(premiers.Comptable, auteur);
        if (string.Equals(administrateur.UserName, comptable.UserName, StringComparison.OrdinalIgnoreCase))
            throw new CompteDejaOuvertException(comptable.UserName!);
        Habilitation[] habilitations = [Habilitation(administrateur, Profil.Administrateur, null), Habilitation(comptable, Profil.Comptable, poste.Code)];
        Journaliser(auteur, poste, administrateur, comptable, habilitations);
        await using var transaction = await contexte.Database.BeginTransactionAsync();
        await liens.ConsommerAsync(contexte, lien);
        (await comptes.CreateAsync(administrateur, premiers.Administrateur.MotDePasse)).Exiger();
        (await comptes.CreateAsync(comptable, premiers.Comptable.MotDePasse)).Exiger();
        await Rattacher(poste);
        contexte.Habilitations.AddRange(RangeeDHabilitation.De(habilitations[0], administrateur), RangeeDHabilitation.De(habilitations[1], comptable));
        await contexte.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private async Task<Compte> Verifier(PremierCompte premier, Auteur auteur)
    {
        var compte = new Compte { UserName = premier.Utilisateur.Trim(), Nom = premier.Nom.Trim(), CreeLe = horloge.GetUtcNow(), CreePar = auteur.Depuis };
        await comptes.ExigerUnBonNomAsync(compte);
        await comptes.ExigerUnBonMotDePasseAsync(compte, premier.MotDePasse);
        return compte;
    }

    private Habilitation Habilitation(Compte compte, Profil profil, string? poste) => ReglesDHabilitation.Composer(
        new DemandeDHabilitation { Utilisateur = compte.UserName!, Profil = profil, Poste = poste, Debut = JourDeParis.De(horloge.GetUtcNow()) },
        "premier démarrage", horloge.GetUtcNow());

    private async Task Rattacher(PosteComptable poste)
    {
        // Postes may have been imported before there was anybody.
        if (await contexte.Postes.FindAsync(poste.Code) is { } connu)
            connu.Libelle = poste.Libelle;
        else
            contexte.Postes.Add(new RangeeDePoste { Code = poste.Code, Libelle = poste.Libelle });
    }

    private void Journaliser(Auteur auteur, PosteComptable poste, Compte administrateur, Compte comptable, Habilitation[] habilitations)
    {
        journal.Ecrire(auteur.Acte(NatureDActe.Poste) with { Poste = poste.Code, Apres = poste.Libelle });
        foreach (var compte in (Compte[])[administrateur, comptable])
            journal.Ecrire(GestionDesComptes.Acte(auteur, compte) with { Apres = $"ouvert pour {compte.UserName}" });
        foreach (var habilitation in habilitations)
            journal.Ecrire(auteur.Acte(NatureDActe.Habilitation) with { Poste = habilitation.Poste, Cles = $"habilitation={habilitation.Id} ; compte={habilitation.Utilisateur}", Apres = Habilitations.Decrire(habilitation) });
    }
}
