using System.Globalization;
using System.Text.Json;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Export;

/// <summary>One JSON document: {titre, criteres, etabli, utilisateur, sources, colonnes, lignes, totaux}, rows as objects by column.</summary>
/// <remarks>The same values as <see cref="ReponseJson"/>: what must stay exact is a string, dates are ISO, absent values null.</remarks>
public sealed class EcritureJson : IEcritureDeTable, IEcritureEmboitee
{
    private const int OctetsEnAttente = 1 << 15;

    public string Extension => "json";

    public string TypeMime => "application/json";

    public void Ecrire(TableDeReponse table, ProvenanceDeTable provenance, Stream sortie)
    {
        using var json = new Utf8JsonWriter(sortie, new JsonWriterOptions { Encoder = ReponseJson.Options.Encoder, Indented = false });
        json.WriteStartObject();
        EnTete(json, table.Titre, table.Colonnes, provenance);
        json.WriteStartArray("lignes");
        var cles = Cles(table.Colonnes);
        foreach (var ligne in table.LignesVerifiees())
        {
            Ligne(json, cles, ligne);
            if (json.BytesPending > OctetsEnAttente)
                json.Flush();
        }

        json.WriteEndArray();
        json.WritePropertyName("totaux");
        if (table.Totaux is null) json.WriteNullValue();
        else Ligne(json, cles, table.Totaux);
        json.WriteEndObject();
    }

    /// <summary>Rows carry their lists as arrays of objects, by the key of the list; <c>listes</c> says what stands in them.</summary>
    public void Ecrire(TableEmboitee table, ProvenanceDeTable provenance, Stream sortie)
    {
        using var json = new Utf8JsonWriter(sortie, new JsonWriterOptions { Encoder = ReponseJson.Options.Encoder, Indented = false });
        json.WriteStartObject();
        EnTete(json, table.Titre, table.Colonnes, provenance);
        json.WritePropertyName("listes");
        JsonSerializer.Serialize(json, table.Listes, ReponseJson.Options);
        var (cles, clesDesListes) = (Cles(table.Colonnes), table.Listes.Select(l => Cles(l.Colonnes)).ToList());
        json.WriteStartArray("lignes");
        foreach (var rangee in table.Rangees)
        {
            json.WriteStartObject();
            Cellules(json, cles, rangee.Cellules);
            for (var i = 0; i < table.Listes.Count; i++)
            {
                json.WriteStartArray(table.Listes[i].Cle);
                foreach (var element in rangee.Elements[i])
                    Ligne(json, clesDesListes[i], element);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            if (json.BytesPending > OctetsEnAttente)
                json.Flush();
        }

        json.WriteEndArray();
        TotauxDe(json, table, cles, clesDesListes);
        json.WriteEndObject();
    }

    private static void TotauxDe(Utf8JsonWriter json, TableEmboitee table, JsonEncodedText[] cles, List<JsonEncodedText[]> clesDesListes)
    {
        json.WriteStartObject("totaux");
        Cellules(json, cles, table.Totaux.Cellules);
        for (var i = 0; i < table.Listes.Count; i++)
        {
            json.WritePropertyName(table.Listes[i].Cle);
            Ligne(json, clesDesListes[i], table.Totaux.Elements[i]);
        }

        json.WriteEndObject();
    }

    private static JsonEncodedText[] Cles(IReadOnlyList<ColonneDeTable> colonnes) => [.. colonnes.Select(c => JsonEncodedText.Encode(c.Cle, ReponseJson.Options.Encoder))];

    private static void EnTete(Utf8JsonWriter json, string titre, IReadOnlyList<ColonneDeTable> colonnes, ProvenanceDeTable provenance)
    {
        json.WriteString("titre", titre);
        json.WriteString("criteres", provenance.Criteres);
        json.WriteString("etabli", provenance.Etabli);
        json.WriteString("utilisateur", provenance.Utilisateur);
        json.WritePropertyName("sources");
        JsonSerializer.Serialize(json, provenance.Sources, ReponseJson.Options);
        json.WritePropertyName("colonnes");
        JsonSerializer.Serialize(json, colonnes, ReponseJson.Options);
    }

    private static void Ligne(Utf8JsonWriter json, JsonEncodedText[] cles, IReadOnlyList<object?> cellules)
    {
        json.WriteStartObject();
        Cellules(json, cles, cellules);
        json.WriteEndObject();
    }

    private static void Cellules(Utf8JsonWriter json, JsonEncodedText[] cles, IReadOnlyList<object?> cellules)
    {
        for (var i = 0; i < cles.Length; i++)
        {
            json.WritePropertyName(cles[i]);
            Cellule(json, cellules[i]);
        }
    }

    private static void Cellule(Utf8JsonWriter json, object? valeur)
    {
        switch (valeur)
        {
            case null: json.WriteNullValue(); break;
            case int entier: json.WriteNumberValue(entier); break;
            case long entier: json.WriteNumberValue(entier); break;
            case decimal nombre: json.WriteStringValue(nombre.ToString("0.00##########", CultureInfo.InvariantCulture)); break;
            case DateOnly date: json.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture)); break;
            case Montant or MoisDePaye or string: json.WriteStringValue(valeur.ToString()); break;
            default: json.WriteStringValue(Convert.ToString(valeur, CultureInfo.InvariantCulture)); break;
        }
    }
}
