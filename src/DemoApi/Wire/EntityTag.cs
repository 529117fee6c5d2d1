using System.Diagnostics.CodeAnalysis;

namespace Visualizer.DemoApi.Wire;

/// <summary>
/// Names one state of a representation (RFC 9110 §8.8.3). A strong tag stands for these very bytes; a weak one, <c>W/"…"</c>, for
/// something that may be used in their place.
/// </summary>
/// <param name="Opaque">What stands between the quotes; only its equality means anything.</param>
public readonly record struct EntityTag(string Opaque, bool IsWeak)
{
    public static EntityTag Strong(string opaque) => new(opaque, IsWeak: false);

    public static EntityTag Weak(string opaque) => new(opaque, IsWeak: true);

    /// <summary>The same bytes for sure: what a write must know of the state it replaces (§8.8.3.2). A weak tag matches nothing, not even itself.</summary>
    public bool MatchesStrongly(EntityTag other) => !IsWeak && !other.IsWeak && Opaque == other.Opaque;

    /// <summary>As good as the same: enough for a cache that wants to keep what it has.</summary>
    public bool MatchesWeakly(EntityTag other) => Opaque == other.Opaque;

    /// <summary>Reads a field that holds one tag and nothing else, such as <c>ETag</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EntityTag tag)
    {
        tag = default;
        return text is not null && TryRead(text, out tag, out var length) && length == text.Length;
    }

    /// <summary>Reads the tag that <paramref name="text"/> begins with. Commas belong to it, quotes and spaces do not, <c>W/</c> is upper case.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out EntityTag tag, out int length)
    {
        var weak = text.StartsWith("W/", StringComparison.Ordinal);
        var start = weak ? 2 : 0;
        var end = start + 1;
        while (end < text.Length && IsTagCharacter(text[end]))
            end++;
        var whole = end < text.Length && text[start] == '"' && text[end] == '"';
        tag = whole ? new(text[(start + 1)..end].ToString(), weak) : default;
        length = whole ? end + 1 : 0;
        return whole;
    }

    public override string ToString() => IsWeak ? $"W/\"{Opaque}\"" : $"\"{Opaque}\"";

    private static bool IsTagCharacter(char c) => c is '!' or (>= '#' and <= '~') or >= '\u0080';
}
