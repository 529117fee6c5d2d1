using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace Visualizer.DemoApi.Wire;

/// <summary>How this API writes and reads JSON: snake_case, strict, times in UTC with milliseconds and Z.</summary>
public static class WireJson
{
    public static JsonSerializerOptions Options { get; } = ReadOnly(Apply(new JsonSerializerOptions()));

    /// <summary>Lets <c>TypedResults.Ok</c> and its like write as the rest does.</summary>
    public static IServiceCollection AddWireJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options => Apply(options.SerializerOptions));

    private static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        // The bodies are sent as JSON, never pasted into HTML: a plus sign may stay a plus sign.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new Rfc3339Converter());
        return options;
    }

    // Without it the options know no types before the first serialization, and a first request that only reads would fail.
    private static JsonSerializerOptions ReadOnly(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class Rfc3339Converter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Format(value));
    }

    /// <summary>A moment as the wire writes it: <c>2026-01-23T11:00:00.000Z</c> (RFC 3339).</summary>
    public static string Format(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary>Reads a moment of RFC 3339, any offset, to UTC.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        const string pattern = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";
        var hasOffset = text is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _]; // a time without one is nobody's
        return DateTimeOffset.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out moment) && hasOffset;
    }
}
