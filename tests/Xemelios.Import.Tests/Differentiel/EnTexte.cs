using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>Any value of the domain as one exact line: every public property, null told from empty, controls made visible.</summary>
/// <remarks>Properties are found by reflection, so that one added tomorrow is compared without a word here.</remarks>
internal static class EnTexte
{
    private static readonly ConcurrentDictionary<Type, (string Nom, Func<object, object?> Lire)[]> Proprietes = new();

    public static void Ecrire(StringBuilder sortie, object? valeur)
    {
        switch (valeur)
        {
            case null: sortie.Append('∅'); break;
            case string texte: Texte(sortie, texte); break;
            // A trailing zero or the sign of a zero is no difference: columns hold four decimals.
            case decimal nombre: sortie.Append(nombre == 0 ? "0" : nombre.ToString("0.############################", CultureInfo.InvariantCulture)); break;
            case DateOnly date: sortie.Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case Enum or bool: sortie.Append(valeur); break;
            case IFormattable and (int or long or byte): sortie.Append(CultureInfo.InvariantCulture, $"{valeur}"); break;
            case IEnumerable suite: Suite(sortie, suite); break;
            default: Objet(sortie, valeur); break;
        }
    }

    private static void Texte(StringBuilder sortie, string texte)
    {
        sortie.Append('"');
        foreach (var c in texte)
        {
            if (c is '"' or '\\' or < ' ' or (>= '\u007F' and <= '\u00A0') or >= '\u2000')
                sortie.Append('\\').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                sortie.Append(c);
        }

        sortie.Append('"');
    }

    private static void Suite(StringBuilder sortie, IEnumerable suite)
    {
        sortie.Append('[');
        foreach (var element in suite)
        {
            Ecrire(sortie, element);
            sortie.Append(' ');
        }

        sortie.Append(']');
    }

    private static void Objet(StringBuilder sortie, object valeur)
    {
        sortie.Append('{');
        foreach (var (nom, lire) in Proprietes.GetOrAdd(valeur.GetType(), Decouvrir))
        {
            sortie.Append(nom).Append('=');
            Ecrire(sortie, lire(valeur));
            sortie.Append(' ');
        }

        sortie.Append('}');
    }

    private static (string, Func<object, object?>)[] Decouvrir(Type type) =>
    [
        .. type.GetProperties().Where(p => p.GetMethod is { IsStatic: false } && p.GetIndexParameters().Length == 0 && !EstPropreAuLecteur(p)).Select(p =>
        {
            var objet = Expression.Parameter(typeof(object));
            var lue = Expression.Convert(Expression.Property(Expression.Convert(objet, type), p), typeof(object));
            return (p.Name, Expression.Lambda<Func<object, object?>>(lue, objet).Compile());
        }),
    ];

    // Each reader numbers its models in the order in which its threads meet them.
    private static bool EstPropreAuLecteur(PropertyInfo propriete) => propriete.DeclaringType == typeof(ModeleDeLigne) && propriete.Name == nameof(ModeleDeLigne.Rang);
}
