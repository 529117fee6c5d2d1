using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Visualizer.DemoApi.Identity.Core;

/// <summary>A token taken apart, without trust: nothing in here has been verified, and everything in here may be a lie.</summary>
/// <param name="Segments">The texts between the dots.</param>
/// <param name="Header">The first segment's JSON object; null where it is none.</param>
/// <param name="Payload">The second segment's JSON object; null where it is none.</param>
/// <param name="Signature">The third segment's bytes; null where it is not base64url.</param>
internal sealed record JwtParts(IReadOnlyList<string> Segments, JsonElement? Header, JsonElement? Payload, byte[]? Signature)
{
    // Two members of one name are two truths: one reader takes the first, another the last (RFC 8725bis §3).
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>What is signed: the first two segments as they were sent, not as they would be written again (RFC 7515 §5.2).</summary>
    public string SigningInput => string.Join('.', Segments.Take(2));

    /// <summary>Takes any text whatever apart; what cannot be read is null.</summary>
    public static JwtParts Of(string token)
    {
        var segments = token.Split('.');
        return new JwtParts(segments, Json(segments, 0), Json(segments, 1), Bytes(segments, 2));
    }

    /// <summary>A text member of the header, or null.</summary>
    public string? InHeader(string name) => Text(Header, name);

    /// <summary>A text member of the payload, or null.</summary>
    public string? Claim(string name) => Text(Payload, name);

    /// <summary>The bytes of a segment in base64url: letters, digits, <c>-</c> and <c>_</c>, no padding, one spelling only (RFC 7515 §2).</summary>
    public static byte[]? Bytes(string segment)
    {
        if (segment.AsSpan().ContainsAnyExcept(Base64UrlLetters.All))
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(segment.Length)];
        return Base64Url.DecodeFromChars(segment, bytes, out _, out var written) is OperationStatus.Done && Base64Url.EncodeToString(bytes.AsSpan(0, written)) == segment
            ? bytes[..written]
            : null;
    }

    private static byte[]? Bytes(string[] segments, int index) => index < segments.Length ? Bytes(segments[index]) : null;

    private static JsonElement? Json(string[] segments, int index)
    {
        if (Bytes(segments, index) is not { Length: > 0 } bytes)
            return null;
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object && IsText(document.RootElement) ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException) // half a character, "\ud800": JSON by its grammar, but no text
        {
            return null;
        }
    }

    /// <summary>Reads every text once, so that nothing further on stumbles over half a character.</summary>
    private static bool IsText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() is not null,
        JsonValueKind.Array => element.EnumerateArray().All(IsText),
        JsonValueKind.Object => element.EnumerateObject().All(member => member.Name is not null && IsText(member.Value)),
        _ => true,
    };

    private static string? Text(JsonElement? part, string name) =>
        part is { } json && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
