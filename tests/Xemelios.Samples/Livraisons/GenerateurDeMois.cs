namespace Xemelios.Samples;

/// <summary>Builds états from a list of agents.</summary>
public static class GenerateurDeMois
{
    /// <summary>An état of a new staff, for tests that want one état and nothing else.</summary>
    public static MoisDePaye Simple(ulong graine, int bulletins, ProfilDePaye profil = ProfilDePaye.Commune, OptionsDeBulletin? options = null)
    {
        var hasard = new Hasard(graine);
        var employeur = profil == ProfilDePaye.Hopital
            ? new EmployeurFictif(SiretFictif.Creer("26", (int)(graine % 9000) + 1), "Centre hospitalier fictif", profil)
            : new EmployeurFictif(SiretFictif.Creer("21", (int)(graine % 9000) + 1), "Commune fictive", profil);
        var agents = GenerateurDAgents.Effectif(hasard.Branche("agents"), profil, bulletins);
        return De(hasard.Branche("bulletins"), employeur, agents, 2026, 3, options) with { Budget = "00" };
    }

    /// <summary>The état of these agents for a month.</summary>
    public static MoisDePaye De(
        Hasard hasard, EmployeurFictif employeur, IReadOnlyList<AgentFictif> agents, int annee, int mois, OptionsDeBulletin? options = null)
    {
        var generateur = new GenerateurDeBulletins(employeur.Profil, options ?? new OptionsDeBulletin());
        return new MoisDePaye
        {
            Employeur = employeur,
            Annee = annee,
            Mois = mois,
            Bulletins = [.. agents.Select(a => generateur.Bulletin(hasard.Branche($"{a.Matricule}-{annee}-{mois}"), a, annee, mois))],
        };
    }
}
