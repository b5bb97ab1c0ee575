using System.Globalization;
using Microsoft.AspNetCore.Http;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Web.Pages.Comptes;

/// <summary>Habilitations as the form gives them and as the list says them.</summary>
public static class PhraseDHabilitation
{
    /// <summary>What a comptable may delegate.</summary>
    public static IReadOnlyList<(Fonctions Fonction, string Libelle)> Delegables { get; } =
    [
        (Fonctions.Consulter, "consulter"), (Fonctions.Rechercher, "rechercher"), (Fonctions.Exporter, "exporter"),
        (Fonctions.Importer, "importer"), (Fonctions.Supprimer, "supprimer"), (Fonctions.Viser, "viser"),
    ];

    /// <summary>On what it bears.</summary>
    public static string Dire(Habilitation habilitation) => habilitation.Profil switch
    {
        Profil.Administrateur => "les comptes, aucune donnée de paye",
        Profil.Comptable => "tout le poste",
        Profil.AgentDuPoste => $"tout le poste, pour {string.Join(", ", Delegables.Where(d => habilitation.FonctionsPermises.HasFlag(d.Fonction)).Select(d => d.Libelle))}",
        _ => string.Join(" ; ", habilitation.Budgets.Select(Dire)),
    };

    /// <summary>Reads the form.</summary>
    /// <param name="poste">The poste of the comptable who gives; null for who administers.</param>
    /// <exception cref="RefusDeGestionException">something does not read.</exception>
    public static DemandeDHabilitation Lire(IFormCollection saisie, string? poste)
    {
        if (!Enum.TryParse<Profil>(saisie["profil"], out var profil))
            throw new DatesIncoherentesException("Choisissez un profil.");
        return new DemandeDHabilitation
        {
            Utilisateur = saisie["utilisateur"].ToString().Trim(),
            Profil = profil,
            Poste = poste ?? (saisie["poste"].ToString() is { Length: > 0 } choisi ? choisi : null),
            Debut = Jour(saisie["debut"]) ?? throw new DatesIncoherentesException("Donnez le premier jour."),
            Fin = Jour(saisie["fin"]),
            Deleguees = profil == Profil.AgentDuPoste
                ? saisie["fonction"].Aggregate(Fonctions.Aucune, (toutes, f) => Enum.TryParse<Fonctions>(f, out var fonction) ? toutes | fonction : toutes)
                : Fonctions.Aucune,
            Budgets = [.. saisie["budgets"].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Budget)],
        };
    }

    private static string Dire(BudgetPermis budget) => (budget.Budget is null ? budget.Siret : $"{budget.Siret} budget {budget.Budget}") + (budget.Du, budget.Au) switch
    {
        (null, null) => "",
        ({ } du, null) => $" depuis {du}",
        (null, { } au) => $" jusqu'à {au}",
        ({ } du, { } au) => $" de {du} à {au}",
    };

    private static BudgetPermis Budget(string ligne)
    {
        var parts = ligne.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var mois = parts.Skip(1).Where(p => MoisDePaye.TryParse(p, out _)).Select(p => MoisDePaye.TryParse(p, out var lu) ? lu : default).ToList();
        var autres = parts.Skip(1).Where(p => !MoisDePaye.TryParse(p, out _)).ToList();
        if (autres.Count > 1 || mois.Count > 2)
            throw new DatesIncoherentesException($"La ligne « {ligne} » ne se lit pas : SIRET, budget, premier et dernier mois (AAAA-MM).");
        return new BudgetPermis(
            parts[0], autres.Count == 1 ? CodeBudget.Cle(autres[0]) : null, mois.Count > 0 ? mois[0] : null, mois.Count > 1 ? mois[1] : null);
    }

    private static DateOnly? Jour(string? texte) =>
        DateOnly.TryParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : null;
}
