using System.Text.Json;
using System.Text.Json.Serialization;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Gestion.Echantillons;

/// <summary>How samples and postes are written in gestion.db: names of members as keys, words for what is counted by names, whole cents.</summary>
internal static class FormeDEchantillon
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new Centimes(), new EnTexte(), new Mois() },
    };

    public static string Ecrire<T>(T valeur) => JsonSerializer.Serialize(valeur, Options);

    public static T Lire<T>(string texte) => JsonSerializer.Deserialize<T>(texte, Options)!;

    private sealed class Centimes : JsonConverter<Montant>
    {
        public override Montant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Montant value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Centimes);
    }

    // A number of 64 bits is rounded by some readers of JSON.
    private sealed class EnTexte : JsonConverter<Graine>
    {
        public override Graine Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Graine.Lire(reader.GetString()) ?? throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Graine value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class Mois : JsonConverter<MoisDePaye>
    {
        public override MoisDePaye Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => MoisDePaye.FromCle(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, MoisDePaye value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cle);
    }
}
