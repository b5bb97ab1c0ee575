using System.Reflection;
using Microsoft.AspNetCore.Components;
using Xemelios.Web.Security;

namespace Xemelios.Web.Components.Layout;

/// <summary>An entry of the main menu.</summary>
public sealed record Ecran(string Titre, string Adresse)
{
    /// <summary>What opening it asks for.</summary>
    public ExigeAttribute? Exige { get; } = Pages().FirstOrDefault(p => p.Adresse == Adresse).Exige;

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
        new("Habilitations", "/habilitations"),
        new("Comptes", "/comptes"),
        new("Journal", "/journal"),
        new("Archives", "/archives"),
        new("Supprimer", "/suppression"),
    ];

    /// <summary>The screens of the menu that have a page, in the order of the work: the menu never leads nowhere.</summary>
    public static IReadOnlyList<Ecran> Tous { get; } = Menu.Where(ecran => Pages().Any(p => p.Adresse == ecran.Adresse)).ToArray();

    private static IEnumerable<(string Adresse, ExigeAttribute? Exige)> Pages() =>
        typeof(Ecran).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()
            .Select(route => (route.Template, type.GetCustomAttribute<ExigeAttribute>())));
}
