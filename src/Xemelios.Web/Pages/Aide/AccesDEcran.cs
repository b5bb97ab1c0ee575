using System.Reflection;
using Microsoft.AspNetCore.Components;
using Xemelios.Domain.Habilitations;
using Xemelios.Web.Security;

namespace Xemelios.Web.Pages.Aide;

/// <summary>Who may open a screen and what is kept of it, told from what the screen itself declares: the help cannot say otherwise.</summary>
public static class AccesDEcran
{
    /// <summary>The routes of all screens, with the component that answers.</summary>
    public static IReadOnlyDictionary<string, Type> Routes { get; } = typeof(AccesDEcran).Assembly.GetTypes()
        .SelectMany(t => t.GetCustomAttributes<RouteAttribute>().Select(r => (r.Template, Type: t))).ToDictionary(r => r.Template, r => r.Type, StringComparer.Ordinal);

    /// <summary>One or two sentences; null for a route that no screen has.</summary>
    public static string? Dire(string route) => Routes.GetValueOrDefault(route) is not { } ecran ? null : $"{Profils(ecran)} {Journal(ecran)}";

    private static string Profils(Type ecran)
    {
        if (ecran.GetCustomAttribute<OuvertATousAttribute>() is not null)
            return "Tout le monde, même sans être connecté.";
        var exige = ecran.GetCustomAttribute<ExigeAttribute>();
        if (exige is null || (exige.Fonctions == Fonctions.Aucune && exige.Donnees == DonneesProtegees.Aucune))
            return "Toute personne connectée, quel que soit son profil.";
        return $"Profils : {string.Join(", ", Enum.GetValues<Profil>().Where(p => exige.EstPermis(De(p))).Select(Nommer))}, dans leur périmètre.";
    }

    /// <summary>All that a profile may do at the most: the screen itself judges by it.</summary>
    private static Acces De(Profil profil) => new()
    {
        Utilisateur = "", Profil = profil, Fonctions = profil.FonctionsPermises(),
        Perimetre = profil == Profil.Administrateur ? null : Perimetre.Limite([]).Montrant(profil.Visibles()) with { Archives = profil.LitLesArchives(), Controles = profil.LitLesControles() },
    };

    private static string Nommer(Profil profil) => profil == Profil.AgentDuPoste ? $"{profil.Libelle()} (si son comptable lui délègue cette fonction)" : profil.Libelle();

    private static string Journal(Type ecran) => ecran.GetCustomAttribute<JournaliseAttribute>() is null
        ? "Cet écran ne montre aucune donnée de paye."
        : "Chaque ouverture est inscrite au journal avant que la page soit montrée.";
}
