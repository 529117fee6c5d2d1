using Microsoft.Extensions.Primitives;

namespace Visualizer.DemoApi.Wire;

/// <summary>What <c>If-Match</c> or <c>If-None-Match</c> names: <c>*</c> for any state at all, or a list of tags.</summary>
/// <param name="IsAny">True for <c>*</c>, which counts only when it stands alone.</param>
/// <param name="Tags">The tags that could be read. What is not a tag, such as one without quotes, matches nothing.</param>
public sealed record EntityTagList(bool IsAny, IReadOnlyList<EntityTag> Tags)
{
    /// <summary>Reads the field's lines; null where there is none.</summary>
    public static EntityTagList? Parse(StringValues lines)
    {
        if (lines.Count == 0)
            return null;
        var text = string.Join(',', lines.ToArray()); // several lines are one list (RFC 9110 §5.3)
        return text.Trim(' ', '\t') == "*" ? new(IsAny: true, []) : new(IsAny: false, Read(text));
    }

    /// <summary>If any of the tags is that very state, bytes and all.</summary>
    public bool MatchesStrongly(EntityTag? current) => IsAny || (current is { } tag && Tags.Any(tag.MatchesStrongly));

    /// <summary>If any of the tags may be used in its place.</summary>
    public bool MatchesWeakly(EntityTag? current) => IsAny || (current is { } tag && Tags.Any(tag.MatchesWeakly));

    // A tag may hold commas, so the list is read and not split: "a,b" is one tag.
    private static List<EntityTag> Read(ReadOnlySpan<char> text)
    {
        var tags = new List<EntityTag>();
        while (!text.IsEmpty)
        {
            text = text.TrimStart(" \t,");
            if (EntityTag.TryRead(text, out var tag, out var length) && EndsEntry(text[length..]))
            {
                tags.Add(tag);
                text = text[length..];
            }
            else
            {
                var comma = text.IndexOf(',');
                text = comma < 0 ? [] : text[comma..];
            }
        }

        return tags;
    }

    private static bool EndsEntry(ReadOnlySpan<char> rest) => rest.TrimStart(" \t") is [] or [',', ..];
}
