using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Xemelios.Web.Security;

/// <summary>A number of the query that does not read is as if it were not there: pages would answer it by an error of the program.</summary>
public static class NombresIllisibles
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Nom, TypeConverter Lecture)>> DesPages = new();

    /// <summary>To stand between routing and the pages.</summary>
    public static IApplicationBuilder UseNombresIllisibles(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var page }
            && DesPages.GetOrAdd(page, Nombres).Where(n => !SeLit(context.Request.Query, n)).Select(n => n.Nom).ToList() is { Count: > 0 } retires)
            context.Request.QueryString = QueryString.Create(context.Request.Query.Where(q => !retires.Contains(q.Key, StringComparer.OrdinalIgnoreCase)));
        return next(context);
    });

    private static bool SeLit(IQueryCollection requete, (string Nom, TypeConverter Lecture) nombre) =>
        !requete.TryGetValue(nombre.Nom, out var valeurs) || valeurs.All(v => string.IsNullOrEmpty(v) || EstUnNombre(nombre.Lecture, v));

    // As the framework reads them: digits and a sign.
    private static bool EstUnNombre(TypeConverter lecture, string valeur) => valeur.All(c => char.IsAsciiDigit(c) || c == '-') && lecture.IsValid(valeur);

    private static IReadOnlyList<(string, TypeConverter)> Nombres(Type page) =>
    [
        .. page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(p => (Propriete: p, Lue: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>(), Type: Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType))
            .Where(p => p.Lue is not null && p.Type.IsPrimitive).Select(p => (p.Lue!.Name ?? p.Propriete.Name, TypeDescriptor.GetConverter(p.Type))),
    ];
}
