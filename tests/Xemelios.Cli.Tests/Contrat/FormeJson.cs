using System.Text.Json;
using System.Text.Json.Nodes;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>The shape of an answer written by hand from the contract of the command line: keys, kinds, nothing of the code.</summary>
/// <remarks>
/// A model is JSON whose leaves name a kind: <c>montant</c> (text, two decimals), <c>nombre</c> (text, decimal point), <c>date</c>,
/// <c>empreinte</c>, <c>texte</c>, <c>entier</c>, or one of several words joined by |. A trailing ? allows null. An array has one model
/// for all its items. Keys may be added, never missed.
/// </remarks>
internal static class FormeJson
{
    /// <summary>The differences, each as a path and a sentence.</summary>
    public static IReadOnlyList<string> Ecarts(string modele, JsonNode? lu)
    {
        var ecarts = new List<string>();
        Comparer("$", JsonNode.Parse(modele)!, lu, ecarts);
        return ecarts;
    }

    private static void Comparer(string chemin, JsonNode modele, JsonNode? lu, List<string> ecarts)
    {
        switch (modele, lu)
        {
            case (JsonObject cles, JsonObject objet):
                foreach (var (cle, forme) in cles)
                {
                    if (!objet.ContainsKey(cle)) ecarts.Add($"{chemin}.{cle} manque");
                    else Comparer($"{chemin}.{cle}", forme!, objet[cle], ecarts);
                }

                break;
            case (JsonArray formes, JsonArray elements):
                for (var i = 0; formes.Count > 0 && i < elements.Count; i++)
                    Comparer($"{chemin}[{i}]", formes[0]!, elements[i], ecarts);
                break;
            case (JsonValue feuille, _) when EstDeLaSorte((string)feuille!, lu):
                break;
            default:
                ecarts.Add($"{chemin} : {lu?.ToJsonString() ?? "null"} n'est pas {modele.ToJsonString()}");
                break;
        }
    }

    private static bool EstDeLaSorte(string sorte, JsonNode? lu)
    {
        if (lu is null)
            return sorte.EndsWith('?');
        var valeur = lu as JsonValue;
        if (sorte.TrimEnd('?') == "entier")
            return valeur?.GetValueKind() == JsonValueKind.Number;
        if (valeur?.GetValueKind() != JsonValueKind.String)
            return false;
        var texte = (string)valeur!;
        return sorte.TrimEnd('?') switch
        {
            "texte" => true,
            "montant" => Correspond(texte, @"^-?\d+\.\d{2}$"),
            "nombre" => Correspond(texte, @"^-?\d+\.\d{2,}$"),
            "date" => Correspond(texte, @"^\d{4}-\d{2}-\d{2}$"),
            "empreinte" => Correspond(texte, "^[0-9a-f]{64}$"),
            var mots => mots.Split('|').Contains(texte),
        };
    }

    private static bool Correspond(string texte, string forme) =>
        System.Text.RegularExpressions.Regex.IsMatch(texte, forme, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
