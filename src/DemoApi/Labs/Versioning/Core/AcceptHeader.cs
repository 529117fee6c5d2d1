namespace Visualizer.DemoApi.Labs.Versioning.Core;

/// <summary>
/// What a client says it can read (RFC 9110 §12.5.1). The order of the entries means nothing: each media type takes its weight from the
/// entry that points at it most exactly, so <c>*/*, text/html;q=0</c> is "anything but HTML".
/// </summary>
internal sealed record AcceptHeader(IReadOnlyList<MediaRange> Ranges)
{
    /// <summary>Reads the field's lines, joined by commas. False where they do not follow the grammar; nothing in them can throw.</summary>
    public static bool TryParse(string text, out AcceptHeader accept)
    {
        var ranges = new List<MediaRange>();
        accept = new(ranges);
        var field = new FieldReader(text);
        while (true)
        {
            field.SkipSpace();
            if (field.AtEnd)
                return true;
            if (field.Take(',')) // empty entries are allowed, and mean nothing (§5.6.1.2)
                continue;
            if (!TryRange(ref field, out var range))
                return false;
            ranges.Add(range);
            field.SkipSpace();
            if (!field.AtEnd && !field.Take(','))
                return false;
        }
    }

    /// <summary>How much a media type is wanted, in thousandths; 0 is not at all. Who sends no <c>Accept</c> takes everything.</summary>
    public int ThousandthsFor(string mediaType) => Ranges.Count == 0 ? MediaRange.Gladly : Nearest(mediaType)?.Thousandths ?? MediaRange.Never;

    /// <summary>The entry that decides about a media type: the most exact one; of two as exact, the friendlier.</summary>
    public MediaRange? Nearest(string mediaType) =>
        Ranges.Where(range => range.Covers(mediaType)).MaxBy(range => (range.Specificity, range.Thousandths));

    /// <summary>The versions it asks for by name and does not refuse, as they stand there, known or not.</summary>
    public IEnumerable<string> Versions() =>
        Ranges.Where(range => range.Thousandths > MediaRange.Never).Select(range => Core.Versions.NamedBy(range.ToString())).OfType<string>();

    private static bool TryRange(ref FieldReader field, out MediaRange range)
    {
        range = new("*", "*");
        if (!field.TryToken(out var type) || !field.Take('/') || !field.TryToken(out var subtype) || (type == "*" && subtype != "*"))
            return false;
        range = new(type.ToLowerInvariant(), subtype.ToLowerInvariant());
        while (TakeSemicolon(ref field))
        {
            field.SkipSpace();
            if (!field.TryToken(out var name))
                continue; // "a/b;;q=1": an empty parameter is allowed
            if (!field.Take('=') || !(field.TryQuoted(out var value) || field.TryToken(out value)) || !TryApply(name, value, ref range))
                return false;
        }

        return true;
    }

    private static bool TakeSemicolon(ref FieldReader field)
    {
        field.SkipSpace();
        return field.Take(';');
    }

    private static bool TryApply(string name, string value, ref MediaRange range)
    {
        var isWeight = name.Equals("q", StringComparison.OrdinalIgnoreCase);
        var isUtf8 = name.Equals("charset", StringComparison.OrdinalIgnoreCase) && value.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        var weight = MediaRange.Gladly;
        if (isWeight && !TryWeight(value, out weight))
            return false;
        range = isWeight ? range with { Thousandths = weight } : range with { Narrowed = range.Narrowed || !isUtf8 }; // JSON is UTF-8 anyway
        return true;
    }

    /// <summary>0 to 1 with at most three decimal places, and nothing that only looks like a number (§12.4.2).</summary>
    private static bool TryWeight(string text, out int thousandths)
    {
        var decimals = text.Length > 2 ? text[2..] : "";
        var wellFormed = text is "0" or "1"
            || (text is ['0' or '1', '.', ..] && decimals.Length <= 3 && !decimals.AsSpan().ContainsAnyExceptInRange('0', '9'));
        thousandths = wellFormed ? (1000 * (text[0] - '0')) + int.Parse(decimals.PadRight(3, '0')) : 0;
        return wellFormed && thousandths <= MediaRange.Gladly;
    }
}
