using System.Text.Json;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>What a robot made of an answer.</summary>
/// <param name="Understood">Its parser read the body as its own contract.</param>
/// <param name="Says">The user's name as it reads it, or what it stumbled over.</param>
/// <param name="Short">The same in at most twenty characters, for the stage.</param>
public sealed record RobotReading(bool Understood, string Says, string Short)
{
    /// <summary>
    /// Typed like a careful client's: required members must be there, nothing may be null, kinds must fit. Members it does not know pass, so
    /// that a new one breaks nobody.
    /// </summary>
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = false,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a body for real; the parser itself says where it gave up.</summary>
    /// <param name="name">How the contract names its user.</param>
    public static RobotReading Of<T>(string body, Func<T, string> name)
        where T : class
    {
        try
        {
            var read = JsonSerializer.Deserialize<T>(body, Strict);
            return read is null ? Nothing("null") : new(true, name(read), Cut(name(read)));
        }
        catch (JsonException stumbled)
        {
            var place = stumbled.Path is { Length: > 2 } path ? path[2..] : "the body";
            return new(false, $"{place} {KindAt(body, place)}: {Told(stumbled)}", Cut($"{place} {KindAt(body, place)}"));
        }
    }

    /// <summary>An answer that is no user at all.</summary>
    public static RobotReading Refused(int status) => new(false, $"{status}: there is no user in that", $"{status}, no user");

    public static RobotReading Nothing(string why) => new(false, $"no answer: {why}", "no answer");

    private static string KindAt(string body, string member)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var found = document.RootElement;
            foreach (var step in member.Split('.'))
            {
                if (found.ValueKind is not JsonValueKind.Object || !found.TryGetProperty(step, out found))
                    return "is missing";
            }
            return found.ValueKind is JsonValueKind.Object ? "is an object" : found.ValueKind is JsonValueKind.String ? "is a text" : $"is a {found.ValueKind}";
        }
        catch (JsonException)
        {
            return "is no JSON";
        }
    }

    /// <summary>The parser's own first sentence; types without their address.</summary>
    private static string Told(JsonException stumbled)
    {
        var sentence = stumbled.Message.Split(" Path:", 2)[0].TrimEnd('.');
        return $"{sentence.Replace($"{typeof(RobotReading).Namespace}.", "", StringComparison.Ordinal)}.";
    }

    private static string Cut(string words) => words.Length <= 20 ? words : $"{words[..19]}…";
}
