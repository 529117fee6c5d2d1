using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Wire;

/// <summary>
/// Compares parsed JSON with the type it shall become and names every place that does not fit. The serializer alone would stop
/// at the first and speak of CLR types.
/// </summary>
internal static class JsonShape
{
    private const int MostErrors = 20;

    /// <summary>The violations, none if the type can be read. Throws InvalidOperationException for text that is not Unicode.</summary>
    public static IReadOnlyList<Violation> Check(JsonElement json, Type type)
    {
        var errors = new List<Violation>();
        Check(json, Info(type), "#", mayBeNull: false, errors);
        return errors;
    }

    private static void Check(JsonElement json, JsonTypeInfo? type, string pointer, bool mayBeNull, List<Violation> errors)
    {
        if (errors.Count >= MostErrors)
            return;
        switch (json.ValueKind)
        {
            case JsonValueKind.Null when mayBeNull:
                break;
            case JsonValueKind.Object when type is null or { Kind: JsonTypeInfoKind.Object }:
                CheckMembers(json, type, pointer, errors);
                break;
            case JsonValueKind.Array when type is null or { Kind: JsonTypeInfoKind.Enumerable }:
                var element = type?.ElementType is { } elementType ? Info(elementType) : null;
                var index = 0;
                foreach (var item in json.EnumerateArray())
                    Check(item, element, $"{pointer}/{index++}", mayBeNull: element is null, errors);
                break;
            default:
                if (json.ValueKind is JsonValueKind.String)
                    _ = json.GetString(); // throws for "\ud800"
                if (type is not null && !Fits(json, type))
                    errors.Add(Violation.At(pointer, $"{Name(pointer)} must be {Expected(type)}."));
                break;
        }
    }

    private static void CheckMembers(JsonElement json, JsonTypeInfo? type, string pointer, List<Violation> errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var place = $"{pointer}/{Escape(member.Name)}";
            var known = type?.Properties.FirstOrDefault(property => property.Set is not null && property.Name == member.Name);
            if (!seen.Add(member.Name))
                errors.Add(Violation.At(place, $"{member.Name} stands there twice."));
            else if (type is not null && known is null)
                errors.Add(Violation.At(place, $"{member.Name} is not known here; {Known(type)}"));
            else
                Check(member.Value, known is null ? null : Info(known.PropertyType), place, MayBeNull(known), errors);
        }
    }

    private static bool MayBeNull(JsonPropertyInfo? member) =>
        member is null || !member.PropertyType.IsValueType || Nullable.GetUnderlyingType(member.PropertyType) is not null;

    // A JsonElement takes anything: there is nothing to compare with, but duplicates still count.
    private static JsonTypeInfo? Info(Type type) =>
        type == typeof(JsonElement) || type == typeof(JsonElement?) ? null : WireJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);

    private static bool Fits(JsonElement json, JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.None || json.ValueKind is JsonValueKind.Null)
            return false;
        try
        {
            return json.Deserialize(type) is not (double.NaN or double.PositiveInfinity or double.NegativeInfinity);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Expected(JsonTypeInfo type) => type switch
    {
        { Kind: JsonTypeInfoKind.Object } => "an object",
        { Kind: JsonTypeInfoKind.Enumerable } => "a list",
        { Type: var t } when t == typeof(string) => "text",
        { Type: var t } when t == typeof(bool) => "true or false",
        { Type: var t } when t == typeof(long) || t == typeof(int) => "an integer, without quotes, point or exponent",
        { Type: var t } when t == typeof(double) || t == typeof(decimal) => "a number, without quotes",
        { Type: var t } when t == typeof(DateTimeOffset) => "a time such as 2026-01-23T11:00:00Z",
        _ => "of another form",
    };

    private static string Known(JsonTypeInfo type) =>
        type.Properties.Count == 0 ? "no member is." : $"these are: {string.Join(", ", type.Properties.Select(property => property.Name))}.";

    private static string Name(string pointer) => pointer == "#" ? "The body" : pointer[2..];

    // RFC 6901 §3 and §6: a pointer, written as the fragment of an address.
    private static string Escape(string name) => Uri.EscapeDataString(name.Replace("~", "~0").Replace("/", "~1"));
}
