using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Export;

/// <summary>The JSON of the command line: snake_case French keys, numbers that must stay exact as strings, absent values null.</summary>
public static class ReponseJson
{
    /// <summary>The options under which every answer is written.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new MontantEnTexte(), new DecimalEnTexte(), new MoisEnTexte(),
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower),
        },
    };

    public static string Write<T>(T reponse) => JsonSerializer.Serialize(reponse, Options);

    private sealed class MontantEnTexte : JsonConverter<Montant>
    {
        public override Montant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Montant.FromDecimal(decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, Montant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    /// <summary>At least two decimals, no more than needed: "16.50", "1.0275".</summary>
    private sealed class DecimalEnTexte : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("0.00##########", CultureInfo.InvariantCulture));
    }

    private sealed class MoisEnTexte : JsonConverter<MoisDePaye>
    {
        public override MoisDePaye Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            MoisDePaye.TryParse(reader.GetString(), out var mois) ? mois : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, MoisDePaye value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
