using System.Globalization;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Comparaisons;

namespace Xemelios.Web.Pages.Comparaisons;

/// <summary>The addresses of comparisons and of agents.</summary>
public static class AdresseDeComparaison
{
    public const string Recherches = "/comparaisons";

    public const string DesEtats = "/comparer/etats";

    public const string Nouveautes = "/quoi-de-neuf";

    /// <summary>The file of an agent; null for who has no matricule.</summary>
    public static string? Agent(string? siret, string? matricule) =>
        string.IsNullOrEmpty(matricule) || string.IsNullOrEmpty(siret) ? null : $"/agents/{siret}/{Uri.EscapeDataString(matricule)}";

    /// <summary>What is new in a month; one section alone when it is named.</summary>
    public static string QuoiDeNeuf(QuoiDeNeuf neuf, SorteDeChangement? section = null) => Chemins.Avec(Nouveautes,
        ("siret", neuf.Siret), ("mois", neuf.Mois.ToString()), ("avec", neuf.Avec?.ToString()), ("budget", neuf.Budget), ("section", section?.Cle()));

    /// <summary>One of the seven searches.</summary>
    public static string Recherche(RecherchePredefinie recherche, string? siret = null, string? mois = null, string? avec = null, string? budget = null) =>
        Chemins.Avec(Recherches, ("recherche", recherche.Cle()), ("siret", siret), ("mois", mois), ("avec", avec), ("budget", string.IsNullOrEmpty(budget) ? null : budget));

    public static string Bulletins(AdresseDeBulletin avant, AdresseDeBulletin apres) =>
        Chemins.Avec("/comparer/bulletins", ("avant", Ecrire(avant)), ("apres", Ecrire(apres)));

    public static string MoisDAgent(string siret, string matricule, MoisDePaye avec, MoisDePaye mois) => Chemins.Avec("/comparer/mois",
        ("siret", siret), ("matricule", matricule), ("avec", avec.ToString()), ("mois", mois.ToString()));

    public static string Etats(string siret, string avant, string apres) => Chemins.Avec(DesEtats, ("siret", siret), ("avant", avant), ("apres", apres));

    /// <summary>The bulletins of an agent in both months, side by side, when there is one of each or a matricule.</summary>
    public static string? DeLAgent(string siret, AgentCompare agent, MoisDePaye avec, MoisDePaye mois)
    {
        if (agent is not { Avant: { } avant, Apres: { } apres })
            return null;
        return agent.Matricule is { } matricule ? MoisDAgent(siret, matricule, avec, mois) : Bulletins(avant.Bulletins[0], apres.Bulletins[0]);
    }

    public static string Ecrire(AdresseDeBulletin bulletin) => string.Create(CultureInfo.InvariantCulture, $"{bulletin.Volume}/{bulletin.Ordre}");

    /// <summary>Null for what is not a fingerprint and a rank.</summary>
    public static AdresseDeBulletin? LireBulletin(string? texte) =>
        texte?.Split('/') is [var volume, var rang] && int.TryParse(rang, CultureInfo.InvariantCulture, out var ordre) ? new AdresseDeBulletin(volume, ordre) : null;
}
