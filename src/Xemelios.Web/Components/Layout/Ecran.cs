using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Xemelios.Web.Components.Layout;

/// <summary>An entry of the main menu.</summary>
public sealed record Ecran(string Titre, string Adresse)
{
    private static readonly Ecran[] Menu =
    [
        new("Accueil", "/"),
        new("Import", "/import"),
        new("Bulletins", "/bulletins"),
        new("Quoi de neuf", "/quoi-de-neuf"),
        new("Comparaisons", "/comparaisons"),
        new("États liquidatifs", "/etats"),
        new("Rapprochement", "/rapprochement"),
        new("Justificatifs", "/justificatifs"),
        new("Mandats", "/mandats"),
        new("Nomenclatures", "/nomenclatures"),
        new("Supprimer", "/suppression"),
    ];

    /// <summary>The screens of the menu that have a page, in the order of the work: the menu never leads nowhere.</summary>
    public static IReadOnlyList<Ecran> Tous { get; } = Menu.Where(ecran => Routes().Contains(ecran.Adresse)).ToArray();

    private static HashSet<string> Routes() =>
        typeof(Ecran).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).ToHashSet();
}
