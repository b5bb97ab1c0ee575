using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Xemelios.Samples;

/// <summary>Expected figures in the words of the command line: amounts are strings with a decimal point.</summary>
public static class AttenduJson
{
    private static readonly JsonSerializerOptions Reglages = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The object as text that ends with a line feed.</summary>
    public static string Texte(JsonNode noeud) => $"{noeud.ToJsonString(Reglages)}\n";

    /// <summary>One état, as <c>etats</c> lists it.</summary>
    public static JsonObject Etat(Attendu a) => new()
    {
        ["siret"] = a.Siret,
        ["employeur"] = a.Employeur,
        ["budget"] = a.Budget,
        ["annee"] = a.Annee,
        ["mois"] = a.Mois,
        ["train"] = a.Train,
        ["volumes"] = a.Volumes,
        ["bulletins"] = a.Bulletins,
        ["agents"] = a.Agents,
        ["lignes"] = a.Lignes,
        ["brut"] = Centimes.Texte(a.Brut),
        ["net"] = Centimes.Texte(a.Net),
        ["net_a_payer"] = Centimes.Texte(a.NetAPayer),
        ["cotisations_patronales"] = Centimes.Texte(a.CotisationsPatronales),
        ["repartition"] = new JsonObject { ["mode"] = Mode(a.Mode), ["total"] = a.Repartition.Count == 0 ? null : Centimes.Texte(a.RepartitionTotal) },
        ["rapprochement"] = Statut(a.Rapprochement),
    };

    /// <summary>Amounts by nature.</summary>
    public static JsonObject Natures(IReadOnlyDictionary<string, long> montants) =>
        new(montants.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, Centimes.Texte(m.Value))));

    /// <summary>Overtime hours by matricule.</summary>
    public static JsonObject Heures(Attendu etat) => new(etat.HeuresSup.OrderBy(h => h.Key, StringComparer.Ordinal)
        .Select(h => KeyValuePair.Create<string, JsonNode?>(h.Key, h.Value.ToString("0.00", CultureInfo.InvariantCulture))));

    /// <summary>An état with all that is known of it: natures, mandats, hours, names of pieces.</summary>
    public static JsonObject Complet(Attendu etat)
    {
        var objet = Etat(etat);
        objet["natures"] = Natures(etat.Recalcule);
        objet["repartition_par_nature"] = Natures(etat.Repartition);
        objet["mandate"] = etat.Mandate is { } mandate ? Natures(mandate) : null;
        objet["ecarts"] = Natures(etat.Ecarts);
        objet["lien"] = etat.Lien;
        objet["mandats"] = etat.Mandats;
        objet["heures_supplementaires"] = Heures(etat);
        objet["justificatifs"] = Justificatifs([etat]);
        objet["pieces_manquantes"] = new JsonArray([.. etat.Manquantes.Select(m => JsonValue.Create(m))]);
        objet["pieces_orphelines"] = new JsonArray([.. etat.Orphelines.Select(m => JsonValue.Create(m))]);
        return objet;
    }

    /// <summary>Counts of pieces over some états.</summary>
    public static JsonObject Justificatifs(IReadOnlyList<Attendu> etats) => new()
    {
        ["references"] = etats.Sum(e => e.References.Count()),
        ["presentes"] = etats.Sum(e => e.Presentes.Count()),
        ["manquantes"] = etats.Sum(e => e.Manquantes.Count()),
        ["orphelines"] = etats.Sum(e => e.Orphelines.Count()),
    };

    /// <summary>The word of <c>cli.md</c>.</summary>
    public static string Mode(ModeDeRepartition mode) => mode switch
    {
        ModeDeRepartition.PremierVolume => "premier_volume",
        ModeDeRepartition.ParVolume => "par_volume",
        ModeDeRepartition.TotalRepete => "total_repete",
        _ => "absente",
    };

    /// <summary>The word of <c>cli.md</c>.</summary>
    public static string Statut(StatutAttendu statut) => statut switch
    {
        StatutAttendu.Conforme => "conforme",
        StatutAttendu.Ecart => "ecart",
        _ => "sans_mandat",
    };
}
