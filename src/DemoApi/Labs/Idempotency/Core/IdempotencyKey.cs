namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>
/// A client's own name for one intent: 1 to 255 characters, the same for every attempt. On the wire it is a quoted string
/// (draft-ietf-httpapi-idempotency-key-header §2.1) or, as Stripe takes it, bare text: <c>"abc"</c> and <c>abc</c> are one key.
/// </summary>
internal readonly record struct IdempotencyKey(string Text)
{
    public const int MaxLength = 255;

    /// <summary>Reads the one value of the header; null where it is not a key.</summary>
    public static IdempotencyKey? Parse(string field)
    {
        var text = field.StartsWith('"') ? StructuredString.Parse(field) : Bare(field);
        return text is { Length: >= 1 and <= MaxLength } ? new(text) : null;
    }

    // Visible ASCII, without what would make it a list, a string or parameters.
    private static string? Bare(string field) =>
        field.AsSpan().ContainsAnyExceptInRange('!', '~') || field.AsSpan().ContainsAny('"', ',', ';') ? null : field;
}
