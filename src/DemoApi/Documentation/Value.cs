using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Visualizer.DemoApi.Documentation;

/// <summary>What a parameter may hold: its kind, its bounds (inclusive) and one example, as the document shows them.</summary>
public sealed record Value(OpenApiSchema Schema, JsonNode Example)
{
    /// <summary>An integer; <paramref name="otherwise"/> is what the call takes where it is left out.</summary>
    public static Value Integer(long min, long max, long? otherwise = null, long? example = null) => new(
        new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = "int64",
            Minimum = min.ToString(CultureInfo.InvariantCulture),
            Maximum = max == long.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture),
            Default = otherwise,
        },
        example ?? otherwise ?? min);

    public static Value Text(string example, int minLength = 1, int maxLength = 1024, string? pattern = null) => new(
        new OpenApiSchema { Type = JsonSchemaType.String, MinLength = minLength, MaxLength = maxLength, Pattern = pattern },
        example);

    /// <summary>One of the given words; the first is the example.</summary>
    public static Value OneOf(params IReadOnlyList<string> words) => new(
        new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)word)] },
        words[0]);

    public static Value Flag(bool otherwise) => new(new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = otherwise }, otherwise);

    /// <summary>The same, with what the call takes where it is left out.</summary>
    public Value Otherwise(string word)
    {
        Schema.Default = word;
        return this;
    }
}
