using Microsoft.EntityFrameworkCore;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>What an account may do at a moment. Asked anew each time: nothing is kept between two questions.</summary>
public sealed class AccesDesComptes(BaseDesComptes comptes, TimeProvider horloge)
{
    /// <summary>What this account may do in one poste, or over the accounts when none is named; null when it has no right there.</summary>
    /// <param name="instant">Now unless said otherwise.</param>
    public async Task<Acces?> AccesDeAsync(string utilisateur, string? poste, DateTimeOffset? instant = null)
    {
        var jour = JourDeParis.De(instant ?? horloge.GetUtcNow());
        return await comptes.LireAsync(async contexte =>
        {
            var enVigueur = (await DuCompte(contexte, utilisateur)).Where(h => h.Poste == poste && h.EnVigueur(jour)).ToList();
            if (enVigueur.Count == 0)
                return null;
            if (poste is null)
                return new Acces { Utilisateur = enVigueur[0].Utilisateur, Profil = Profil.Administrateur, Fonctions = Profil.Administrateur.FonctionsPermises() };
            return Acces(enVigueur, poste, await CollectivitesDe(contexte, poste, jour));
        });
    }

    /// <summary>The postes where this account has a right, in the order of their codes.</summary>
    public async Task<IReadOnlyList<PosteComptable>> PostesDeAsync(string utilisateur, DateTimeOffset? instant = null)
    {
        var jour = JourDeParis.De(instant ?? horloge.GetUtcNow());
        return await comptes.LireAsync(async contexte =>
        {
            var codes = (await DuCompte(contexte, utilisateur)).Where(h => h.EnVigueur(jour)).Select(h => h.Poste).OfType<string>().Distinct().ToList();
            var postes = await contexte.Postes.Where(p => codes.Contains(p.Code)).ToListAsync();
            return postes.Select(p => new PosteComptable(p.Code, p.Libelle)).OrderBy(p => p.Code, StringComparer.Ordinal).ToList();
        });
    }

    /// <summary>Lets an administrateur and the owner of the machine pass.</summary>
    /// <param name="acte">What is asked, as the beginning of a French sentence ("Ouvrir un compte").</param>
    internal async Task ExigerAdministrateurAsync(Auteur auteur, string acte)
    {
        if (!auteur.PossedeLaMachine && (auteur.Utilisateur is not { } compte || await AccesDeAsync(compte, poste: null) is null))
            throw new PouvoirInsuffisantException(acte, "à un administrateur");
    }

    /// <summary>Two profiles at once are refused when they are given: should they be there all the same, only the first counts, so
    /// that what one lets reveal does not spread over what the other lets read.</summary>
    private static Acces Acces(IReadOnlyList<Habilitation> enVigueur, string poste, IReadOnlyList<string> collectivites)
    {
        var profil = enVigueur.Min(h => h.Profil);
        var siennes = enVigueur.Where(h => h.Profil == profil).ToList();
        var budgets = profil is Profil.Comptable or Profil.AgentDuPoste
            ? collectivites.Select(siret => new BudgetPermis(siret, null))
            : siennes.SelectMany(h => h.Budgets).SelectMany(b => DansLePoste(b, collectivites));
        return new Acces
        {
            Utilisateur = siennes[0].Utilisateur,
            Poste = poste,
            Profil = profil,
            Fonctions = siennes.Aggregate(Fonctions.Aucune, (toutes, h) => toutes | h.FonctionsPermises),
            Perimetre = Perimetre.Limite(budgets.Distinct()).Montrant(profil.Visibles()) with { Archives = profil.LitLesArchives(), Controles = profil.LitLesControles() },
        };
    }

    /// <summary>What a named budget keeps of a poste: itself when its collectivité is there, else the establishments of its SIREN that are.</summary>
    private static IEnumerable<BudgetPermis> DansLePoste(BudgetPermis budget, IReadOnlyList<string> collectivites) =>
        collectivites.Any(c => ReglesDHabilitation.Couvre(c, budget.Siret))
            ? [budget]
            : collectivites.Where(c => ReglesDHabilitation.Couvre(budget.Siret, c)).Select(c => budget with { Siret = c });

    private static async Task<List<Habilitation>> DuCompte(ContexteDeGestion contexte, string utilisateur)
    {
        var nom = utilisateur.ToUpperInvariant();
        var rangees = await contexte.Habilitations.Include(h => h.Compte).Include(h => h.Budgets)
            .Where(h => h.Compte.NormalizedUserName == nom && h.Compte.BloqueLe == null && h.RevoqueeLe == null).ToListAsync();
        return [.. rangees.Select(h => h.EnDomaine()).OrderBy(h => h.DonneeLe).ThenBy(h => h.Id)];
    }

    private static async Task<IReadOnlyList<string>> CollectivitesDe(ContexteDeGestion contexte, string poste, DateOnly jour) =>
        await contexte.Collectivites.Where(c => c.Poste == poste && (c.Du == null || c.Du <= jour) && (c.Au == null || jour <= c.Au))
            .Select(c => c.Siret).Distinct().Order().ToListAsync();
}
