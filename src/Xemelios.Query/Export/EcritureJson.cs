using System.Globalization;
using System.Text.Json;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Export;

/// <summary>One JSON document: {titre, criteres, etabli, utilisateur, sources, colonnes, lignes, totaux}, rows as objects by column.</summary>
/// <remarks>The same values as <see cref="ReponseJson"/>: what must stay exact is a string, dates are ISO, absent values null.</remarks>
public sealed class EcritureJson : IEcritureDeTable
{
    private const int OctetsEnAttente = 1 << 15;

    public string Extension => "json";

    public string TypeMime => "application/json";

    public void Ecrire(TableDeReponse table, ProvenanceDeTable provenance, Stream sortie)
    {
        using var json = new Utf8JsonWriter(sortie, new JsonWriterOptions { Encoder = ReponseJson.Options.Encoder, Indented = false });
        json.WriteStartObject();
        EnTete(json, table, provenance);
        json.WriteStartArray("lignes");
        JsonEncodedText[] cles = [.. table.Colonnes.Select(c => JsonEncodedText.Encode(c.Cle, ReponseJson.Options.Encoder))];
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

    private static void EnTete(Utf8JsonWriter json, TableDeReponse table, ProvenanceDeTable provenance)
    {
        json.WriteString("titre", table.Titre);
        json.WriteString("criteres", provenance.Criteres);
        json.WriteString("etabli", provenance.Etabli);
        json.WriteString("utilisateur", provenance.Utilisateur);
        json.WritePropertyName("sources");
        JsonSerializer.Serialize(json, provenance.Sources, ReponseJson.Options);
        json.WritePropertyName("colonnes");
        JsonSerializer.Serialize(json, table.Colonnes, ReponseJson.Options);
    }

    private static void Ligne(Utf8JsonWriter json, JsonEncodedText[] cles, IReadOnlyList<object?> cellules)
    {
        json.WriteStartObject();
        for (var i = 0; i < cles.Length; i++)
        {
            json.WritePropertyName(cles[i]);
            Cellule(json, cellules[i]);
        }

        json.WriteEndObject();
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
