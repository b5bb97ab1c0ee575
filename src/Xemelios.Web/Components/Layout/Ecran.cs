using System.Reflection;
using Microsoft.AspNetCore.Components;
using Xemelios.Domain.Habilitations;
using Xemelios.Web.Security;

namespace Xemelios.Web.Components.Layout;

/// <summary>A screen that one goes to by the menu, by <c>g</c> and its letter, or by its name.</summary>
/// <param name="Cle">How <see cref="Pages.Cadre.Vers"/> knows it.</param>
/// <param name="Route">The page that it opens, as its route is written.</param>
public sealed record Ecran(string Titre, string Cle, char Lettre, string Route, bool DeGestion = false)
{
    /// <summary>What opening it asks for.</summary>
    public ExigeAttribute? Exige { get; } = Pages().FirstOrDefault(p => p.Adresse == Route).Exige;

    private static readonly Ecran[] Menu =
    [
        new("Accueil", "/", 'a', "/"),
        new("Calendrier", "/calendrier", 'd', "/calendrier"),
        new("Import", "/import", 'i', "/import"),
        new("Bulletins", "/bulletins", 'b', "/bulletins"),
        new("Quoi de neuf", "/quoi-de-neuf", 'q', "/quoi-de-neuf"),
        new("Comparaisons", "/comparaisons", 'c', "/comparaisons"),
        new("État liquidatif", "/etat", 'e', "/etats/{Siret}/{Budget}/{Mois}"),
        new("Rapprochement", "/rapprochement", 'r', "/etats/{Siret}/{Budget}/{Mois}/rapprochement"),
        new("Reste à voir", "/reste-a-voir", 'y', "/reste-a-voir"),
        new("Justificatifs", "/justificatifs", 'j', "/justificatifs"),
        new("Mandats", "/mandats", 'm', "/mandats"),
        new("Graphiques", "/graphiques", 'g', "/graphiques", DeGestion: true),
        new("Échantillons", "/echantillons", 'u', "/echantillons", DeGestion: true),
        new("Nomenclatures", "/nomenclatures", 'n', "/nomenclatures", DeGestion: true),
        new("Tous les états", "/etats", 't', "/etats", DeGestion: true),
        new("Lignes", "/lignes", 'l', "/lignes", DeGestion: true),
        new("Recherches enregistrées", "/recherches", 'v', "/recherches", DeGestion: true),
        new("Exports", "/exports", 'x', "/exports", DeGestion: true),
        new("Travaux", "/travaux", 'w', "/travaux", DeGestion: true),
        new("Archives", "/archives", 'z', "/archives", DeGestion: true),
        new("Habilitations", "/habilitations", 'h', "/habilitations", DeGestion: true),
        new("Comptes", "/comptes", 'o', "/comptes", DeGestion: true),
        new("Postes comptables", "/postes", 'p', "/postes", DeGestion: true),
        new("Journal", "/journal", 'k', "/journal", DeGestion: true),
        new("Supprimer", "/suppression", 's', "/suppression", DeGestion: true),
    ];

    /// <summary>The screens that have a page, in the order of the work: the menu never leads nowhere.</summary>
    public static IReadOnlyList<Ecran> Tous { get; } = Menu.Where(ecran => Pages().Any(p => p.Adresse == ecran.Route)).ToArray();

    /// <summary>Those that this person may open.</summary>
    public static IEnumerable<Ecran> Permis(Acces? acces) => Tous.Where(e => e.Exige?.EstPermis(acces) == true);

    private static IEnumerable<(string Adresse, ExigeAttribute? Exige)> Pages() =>
        typeof(Ecran).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()
            .Select(route => (route.Template, type.GetCustomAttribute<ExigeAttribute>())));
}
