using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>What a habilitation must be, whoever gives it.</summary>
internal static class ReglesDHabilitation
{
    public static Habilitation Composer(DemandeDHabilitation demande, string donneePar, DateTimeOffset le) => new()
    {
        Id = Guid.NewGuid(),
        Utilisateur = demande.Utilisateur,
        Profil = demande.Profil,
        Poste = demande.Poste,
        Debut = demande.Debut,
        Fin = demande.Fin,
        ProfilDebut = demande.ProfilDebut ?? demande.Debut,
        ProfilFin = demande.ProfilFin ?? demande.Fin,
        Deleguees = demande.Deleguees,
        Budgets = [.. demande.Budgets.Select(b => b with { Budget = b.Budget is null ? null : CodeBudget.Cle(b.Budget) }).Distinct()],
        DonneePar = donneePar,
        DonneeLe = le,
    };

    /// <summary>First day on which both the habilitation and the profile run.</summary>
    public static DateOnly Debut(Habilitation habilitation) => habilitation.Debut > habilitation.ProfilDebut ? habilitation.Debut : habilitation.ProfilDebut;

    /// <summary>Last day on which both run; far away when neither ends.</summary>
    public static DateOnly Fin(Habilitation habilitation)
    {
        var (fin, profil) = (habilitation.Fin ?? DateOnly.MaxValue, habilitation.ProfilFin ?? DateOnly.MaxValue);
        return fin < profil ? fin : profil;
    }

    /// <summary>One SIRET is the other, or its SIREN.</summary>
    public static bool Couvre(string collectivite, string siret) =>
        collectivite == siret || (collectivite.Length == 9 && siret.StartsWith(collectivite, StringComparison.Ordinal));

    /// <param name="delegables">What the author may delegate to an agent du poste.</param>
    public static void Verifier(Habilitation habilitation, Fonctions delegables)
    {
        if (!Enum.IsDefined(habilitation.Profil))
            throw new ArgumentOutOfRangeException(nameof(habilitation));
        VerifierLesDates(habilitation);
        VerifierCeQuiEstNomme(habilitation);
        VerifierLesFonctions(habilitation, delegables);
    }

    /// <summary>Each named budget is of a collectivité that the poste has at some time of the habilitation.</summary>
    public static void VerifierLePoste(Habilitation habilitation, IReadOnlyList<CollectiviteDePoste> collectivites)
    {
        var (debut, fin) = (Debut(habilitation), Fin(habilitation));
        foreach (var budget in habilitation.Budgets)
        {
            if (!collectivites.Any(c => Couvre(c.Siret, budget.Siret) && (c.Du ?? DateOnly.MinValue) <= fin && debut <= (c.Au ?? DateOnly.MaxValue)))
                throw new BudgetHorsDuPosteException(budget.Siret, habilitation.Poste!);
        }
    }

    /// <summary>A person has one profile at a time in a poste, and an administrateur has no pay data beside.</summary>
    public static void VerifierLesAutres(Habilitation habilitation, IEnumerable<Habilitation> siennes)
    {
        var (debut, fin) = (Debut(habilitation), Fin(habilitation));
        var autre = siennes.FirstOrDefault(h =>
            h.RevoqueeLe is null && h.Profil != habilitation.Profil && Debut(h) <= fin && debut <= Fin(h)
            && (h.Poste == habilitation.Poste || h.Profil == Profil.Administrateur || habilitation.Profil == Profil.Administrateur));
        if (autre is not null)
            throw new ProfilsIncompatiblesException(habilitation.Utilisateur, autre.Profil);
    }

    private static void VerifierLesDates(Habilitation habilitation)
    {
        if (habilitation.Fin < habilitation.Debut)
            throw new DatesIncoherentesException("L'habilitation finit avant de commencer.");
        if (habilitation.ProfilFin < habilitation.ProfilDebut)
            throw new DatesIncoherentesException("Le profil finit avant de commencer.");
        if (Fin(habilitation) < Debut(habilitation))
            throw new DatesIncoherentesException("Le profil et l'habilitation n'ont aucun jour en commun.");
        if (Fin(habilitation) < JourDeParis.De(habilitation.DonneeLe))
            throw new DatesIncoherentesException("L'habilitation est déjà finie.");
        if (habilitation.Budgets.Any(b => b.Du > b.Au))
            throw new DatesIncoherentesException("Le premier mois de paye d'un budget est après le dernier.");
    }

    private static void VerifierCeQuiEstNomme(Habilitation habilitation)
    {
        switch (habilitation.Profil)
        {
            case Profil.Administrateur when habilitation.Poste is not null || habilitation.Budgets.Count > 0:
                throw new PosteNonAttenduException();
            case not Profil.Administrateur when habilitation.Poste is null:
                throw new PosteInconnuException(null);
            case Profil.Comptable or Profil.AgentDuPoste when habilitation.Budgets.Count > 0:
                throw new BudgetsNonAttendusException(habilitation.Profil);
            case Profil.Ordonnateur or Profil.Auditeur or Profil.JugeDesComptes when habilitation.Budgets.Count == 0:
                throw new BudgetsAttendusException(habilitation.Profil);
        }
    }

    private static void VerifierLesFonctions(Habilitation habilitation, Fonctions delegables)
    {
        if (habilitation.Profil != Profil.AgentDuPoste)
        {
            if (habilitation.Deleguees != Fonctions.Aucune)
                throw new FonctionsNonDelegablesException("Seul un agent du poste a des fonctions déléguées : celles des autres profils sont fixées.");
            return;
        }

        if (habilitation.Deleguees == Fonctions.Aucune)
            throw new FonctionsNonDelegablesException("Dites au moins une fonction déléguée à l'agent du poste.");
        var interdites = habilitation.Deleguees & ~delegables;
        if (interdites != Fonctions.Aucune)
            throw new FonctionsNonDelegablesException($"Ces fonctions ne se délèguent pas à un agent du poste : {interdites}.");
    }
}
