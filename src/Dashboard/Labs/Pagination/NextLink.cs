using System.Text.RegularExpressions;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>Reads the way on out of a <c>Link</c> header (RFC 8288), as any client would.</summary>
internal static partial class NextLink
{
    /// <summary>The cursor of <c>rel="next"</c>, or null.</summary>
    public static string? CursorOf(string? link) => link is not null && Next().Match(link) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("<[^>]*[?&]cursor=([^&>]*)[^>]*>; rel=\"next\"")]
    private static partial Regex Next();
}
