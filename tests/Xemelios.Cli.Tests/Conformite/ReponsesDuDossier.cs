using System.Globalization;
using System.Text.Json.Nodes;
using Xemelios.Store;

namespace Xemelios.Cli.Tests.Conformite;

/// <summary>Asks a data folder, by the command line, for whatever an <c>attendu.json</c> states, and tells what differs.</summary>
internal sealed class ReponsesDuDossier(Entrepot entrepot)
{
    private readonly List<string> _ecarts = [];

    /// <summary>Compares the états, then the figures of the only one of them.</summary>
    public IReadOnlyList<string> Comparer(JsonObject attendu)
    {
        var lus = Commande.Sur(entrepot, "etats").Json.AsArray();
        var attendus = attendu["etats"]!.AsArray();
        if (lus.Count != attendus.Count)
            _ecarts.Add($"{lus.Count} états au lieu de {attendus.Count}");
        else
            for (var i = 0; i < lus.Count; i++)
                Cles($"etats[{i}]", attendus[i]!.AsObject(), lus[i]!.AsObject());
        if (lus.Count == 1)
            DuSeulEtat(attendu, lus[0]!.AsObject());
        return _ecarts;
    }

    /// <summary>Compares the figures of one état that the folder holds.</summary>
    public IReadOnlyList<string> ComparerUn(JsonObject attendu)
    {
        var lu = Assert.Single(Commande.Sur(entrepot, ["etats", .. Demande(attendu)]).Json.AsArray())!.AsObject();
        Cles("etat", attendu, lu);
        DuSeulEtat(attendu, lu);
        return _ecarts;
    }

    // An empty train is the one that has no name; without the option all trains would be put together.
    private static string[] Demande(JsonObject etat) =>
    [
        "--siret", (string)etat["siret"]!, "--mois", $"{(int)etat["annee"]!:0000}-{(int)etat["mois"]!:00}",
        .. etat.ContainsKey("train") ? (string[])["--train", (string?)etat["train"] ?? ""] : [],
    ];

    // A case about an unusable SIRET has no état that a question could name.
    private void DuSeulEtat(JsonObject attendu, JsonObject lu)
    {
        if (((string?)lu["siret"] ?? "").Length == 0)
            return;
        Rapprochement(attendu, Commande.Sur(entrepot, ["rapprocher", .. Demande(lu)]).Json.AsObject());
        Pieces(attendu, lu);
        Heures(attendu, lu);
        if (attendu["premier_agent"] is JsonObject agent)
        {
            var bulletin = Commande.Sur(entrepot, ["bulletin", .. SansTrain(lu), "--matricule", (string)agent["matricule"]!]);
            Cles("premier_agent", agent, bulletin.Json[0]!.AsObject());
        }
    }

    private void Rapprochement(JsonObject attendu, JsonObject lu)
    {
        var lignes = lu["lignes"]!.AsArray();
        Montants(attendu, "natures", lignes, "recalcule");
        Montants(attendu, "repartition_par_nature", lignes, "repartition");
        Montants(attendu, "mandate", lignes, "mandate");
        Montants(attendu, "ecarts", lignes, "ecart_mandat");
        if (attendu["non_attribue"] is { } reste)
            Egal("non_attribue", reste, lu["non_attribue"]!["montant"]);
        if (attendu["lien"] is { } lien)
            foreach (var mandat in lu["mandats"]!.AsArray())
                Egal("lien", lien, mandat!["lien"]);
    }

    private void Pieces(JsonObject attendu, JsonObject etat)
    {
        if (attendu["justificatifs"] is not JsonObject nombres || attendu["train"] is not null)
            return;
        var lu = Commande.Sur(entrepot, ["justificatifs", .. SansTrain(etat)]).Json.AsObject();
        Cles("justificatifs", nombres, lu);
        foreach (var (cle, statut) in new[] { ("pieces_manquantes", "manquante"), ("pieces_orphelines", "orpheline") })
            if (attendu[cle] is JsonArray ids)
                Noms(cle, ids, [.. lu["pieces"]!.AsArray().Where(p => (string)p!["statut"]! == statut).Select(p => p!.AsObject())]);
    }

    // The file of a piece bears its identifier, or "arrete_<end of it>": an orphan of an archive is known by its name alone.
    private void Noms(string cle, JsonArray ids, List<JsonObject> pieces)
    {
        foreach (var id in ids.Select(i => (string)i!))
            if (!pieces.Exists(p => (string?)p["id_unique"] == id || EstLeNomDe(id, (string?)p["nom"] ?? "")))
                _ecarts.Add($"{cle} : {id} ne s'y trouve pas ({string.Join(", ", pieces.Select(p => p["nom"]))})");
    }

    private static bool EstLeNomDe(string id, string nom) =>
        nom == $"{id}.pdf" || nom == $"arrete_{id[..^5].ToLowerInvariant()}_{id[^3..]}.pdf";

    private void Heures(JsonObject attendu, JsonObject etat)
    {
        if (attendu["heures_supplementaires"] is not JsonObject heures || attendu["train"] is not null || (int)etat["annee"]! != 2026)
            return;
        var lu = Commande.Sur(entrepot, ["heures-supplementaires", .. SansTrain(etat)]).Json["agents"]!.AsArray();
        foreach (var colonne in new[] { "heures_declarees", "heures_payees" })
            Dictionnaires(colonne, heures.ToDictionary(h => h.Key, h => (string)h.Value!),
                lu.ToDictionary(a => (string)a!["matricule"]!, a => (string)a![colonne]!));
    }

    private static string[] SansTrain(JsonObject etat) => Demande(new JsonObject
    {
        ["siret"] = (string)etat["siret"]!, ["annee"] = (int)etat["annee"]!, ["mois"] = (int)etat["mois"]!,
    });

    private void Montants(JsonObject attendu, string cle, JsonArray lignes, string colonne)
    {
        if (attendu[cle] is JsonObject montants)
            Dictionnaires(cle, montants.ToDictionary(m => m.Key, m => (string)m.Value!),
                lignes.Where(l => l![colonne] is { } m && (string)m! != "0.00").ToDictionary(l => (string)l!["nature"]!, l => (string)l![colonne]!));
    }

    private void Dictionnaires(string nom, Dictionary<string, string> attendu, Dictionary<string, string> lu)
    {
        foreach (var cle in attendu.Keys.Union(lu.Keys).Order(StringComparer.Ordinal))
            if (Nombre(attendu.GetValueOrDefault(cle)) != Nombre(lu.GetValueOrDefault(cle)))
                _ecarts.Add($"{nom}.{cle} : {lu.GetValueOrDefault(cle) ?? "rien"} au lieu de {attendu.GetValueOrDefault(cle) ?? "rien"}");
    }

    private static decimal Nombre(string? texte) => texte is null ? 0 : decimal.Parse(texte, CultureInfo.InvariantCulture);

    /// <summary>The keys of the expected object that the answer has too.</summary>
    private void Cles(string chemin, JsonObject attendu, JsonObject lu)
    {
        foreach (var (cle, valeur) in attendu.Where(c => lu.ContainsKey(c.Key)))
        {
            if (valeur is JsonObject objet)
                Cles($"{chemin}.{cle}", objet, lu[cle]!.AsObject());
            else if (valeur is not JsonArray)
                Egal($"{chemin}.{cle}", valeur, lu[cle]);
        }
    }

    private void Egal(string chemin, JsonNode? attendu, JsonNode? lu)
    {
        if (!JsonNode.DeepEquals(attendu, lu))
            _ecarts.Add($"{chemin} : {lu?.ToJsonString() ?? "null"} au lieu de {attendu?.ToJsonString() ?? "null"}");
    }
}
