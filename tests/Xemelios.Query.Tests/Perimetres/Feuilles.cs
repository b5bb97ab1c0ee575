using System.Collections;
using System.Globalization;
using System.Reflection;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>All that an answer says, as texts: every public property, however deep, every row of every table.</summary>
internal static class Feuilles
{
    private const int PlusProfond = 14;

    public static List<string> De(object? reponse)
    {
        var lues = new List<string>();
        Lire(reponse, "", lues, 0);
        return lues;
    }

    private static void Lire(object? valeur, string chemin, List<string> lues, int profondeur)
    {
        Assert.True(profondeur < PlusProfond, chemin);
        switch (valeur)
        {
            case null:
                return;
            case string or Enum or IFormattable or bool or MoisDePaye:
                lues.Add($"{chemin}={Convert.ToString(valeur, CultureInfo.InvariantCulture)}");
                return;
            // What was asked, not what is answered.
            case Colonne or Critere or Delegate or Type:
                return;
            case IDictionary paires:
                foreach (DictionaryEntry paire in paires)
                {
                    Lire(paire.Key, chemin + "/cle", lues, profondeur + 1);
                    Lire(paire.Value, $"{chemin}/{paire.Key}", lues, profondeur + 1);
                }

                return;
            case IEnumerable suite:
                foreach (var element in suite)
                    Lire(element, chemin + "/.", lues, profondeur + 1);
                return;
        }

        foreach (var propriete in valeur.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && !p.Name.EndsWith("Ms", StringComparison.Ordinal) && p.Name != "EqualityContract"))
            Lire(propriete.GetValue(valeur), $"{chemin}/{propriete.Name}", lues, profondeur + 1);
    }
}
