namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>Reads the way on out of a <c>Link</c> header (RFC 8288), as any client would.</summary>
internal static class NextLink
{
    private const string Next = ">; rel=\"next\"";
    private const string Cursor = "cursor=";

    /// <summary>The cursor of <c>rel="next"</c>, or null. Addresses are escaped, so a comma parts links and nothing else.</summary>
    public static string? CursorOf(string? link)
    {
        var next = link?.Split(", ").FirstOrDefault(entry => entry.StartsWith('<') && entry.EndsWith(Next, StringComparison.Ordinal));
        return next?[1..^Next.Length].Split('?', '&').FirstOrDefault(part => part.StartsWith(Cursor, StringComparison.Ordinal))?[Cursor.Length..];
    }
}
