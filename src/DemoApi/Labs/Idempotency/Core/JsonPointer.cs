using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>A place in a JSON document (RFC 6901): <c>/tags/0</c>, or empty for the whole.</summary>
internal sealed record JsonPointer(IReadOnlyList<string> Tokens)
{
    /// <summary>Reads a pointer; null where it neither is empty nor begins with a slash, or where a <c>~</c> stands for nothing.</summary>
    public static JsonPointer? Parse(string text)
    {
        if (text.Length > 0 && text[0] != '/')
            return null;
        for (var i = text.IndexOf('~'); i >= 0; i = text.IndexOf('~', i + 1))
        {
            if (i + 1 == text.Length || text[i + 1] is not ('0' or '1'))
                return null;
        }

        // §4: first ~1, then ~0, or "~01" would become a slash.
        return new([.. text.Split('/').Skip(1).Select(token => token.Replace("~1", "/").Replace("~0", "~"))]);
    }

    /// <summary>True where the other place lies inside this one.</summary>
    public bool Contains(JsonPointer other) => Tokens.Count < other.Tokens.Count && Tokens.SequenceEqual(other.Tokens.Take(Tokens.Count));

    /// <summary>Finds the value at a place; null is a value, too.</summary>
    public bool TryFind(JsonNode? document, out JsonNode? value)
    {
        value = document;
        foreach (var token in Tokens)
        {
            if (!TryStep(value, token, out value))
                return false;
        }

        return true;
    }

    /// <summary>Finds what holds the place, be there something at it or not. The whole document is held by nothing.</summary>
    public bool TryFindHolder(JsonNode? document, [NotNullWhen(true)] out JsonNode? holder, out string token)
    {
        (holder, token) = (null, Tokens.Count == 0 ? "" : Tokens[^1]);
        return Tokens.Count > 0 && new JsonPointer([.. Tokens.SkipLast(1)]).TryFind(document, out holder) && holder is not null;
    }

    /// <summary>The index a token names in a list (§4: no sign, no leading zero), or null beyond <paramref name="last"/>.</summary>
    public static int? Index(string token, int last) =>
        (token == "0" || !token.StartsWith('0')) && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= last ? index : null;

    private static bool TryStep(JsonNode? at, string token, out JsonNode? value)
    {
        value = null;
        if (at is JsonObject members)
            return members.TryGetPropertyValue(token, out value);
        if (at is not JsonArray list || Index(token, list.Count - 1) is not { } index)
            return false;
        value = list[index];
        return true;
    }
}
