using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Xemelios.Query.Filters;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Security;

/// <summary>What an address of each route can hold, found in the program itself: a new parameter is known here as soon as it is written.</summary>
internal static partial class ParametresDesRoutes
{
    /// <summary>Names that code reads in a query by itself, whatever the route.</summary>
    private static readonly IReadOnlyList<string> LusParLeCode = [.. Sources().SelectMany(Noms).Concat(FiltresDeBulletins.Tous.Select(f => f.Cle)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    /// <summary>Values of the path.</summary>
    public static IReadOnlyList<string> DuChemin(RouteEndpoint route) => [.. route.RoutePattern.Parameters.Select(p => p.Name)];

    /// <summary>Those that the page or the endpoint declares, then all those that code reads.</summary>
    public static IReadOnlyList<string> DeLaRequete(RouteEndpoint route) =>
        [.. Declares(route).Concat(LusParLeCode).Except(DuChemin(route), StringComparer.OrdinalIgnoreCase).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Those of its own.</summary>
    public static IEnumerable<string> Declares(RouteEndpoint route)
    {
        if (route.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: { } page })
            return Proprietes(page).Select(p => (Nom: p.Name, Lu: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(p => p.Lu is not null).Select(p => p.Lu!.Name ?? p.Nom);
        return route.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Where(p => p.ParameterType == typeof(string) || p.ParameterType.IsPrimitive).Select(p => p.Name!) ?? [];
    }

    private static IEnumerable<PropertyInfo> Proprietes(Type page) => page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(ServeurDImport.Echantillon(".."), "src", "Xemelios.Web"), "*.*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal));

    private static IEnumerable<string> Noms(string fichier) => NomLu().Matches(File.ReadAllText(fichier)).Select(m => m.Groups["nom"].Value);

    // a["siret"], Valeur(parametres, "q"), Texte("nature"), MoisNomme("avec"), Chemins.Avec(…, ("par", …)), and the fields of forms.
    [GeneratedRegex("""(\["|Valeur\(parametres, "|Liste\(parametres, "|Entier\(parametres, "|Texte\("|Jour\("|MoisNomme\("|\(\("|, \("|<(input|select|textarea)[^>]* name=")(?<nom>[a-z_]+)""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex NomLu();
}
