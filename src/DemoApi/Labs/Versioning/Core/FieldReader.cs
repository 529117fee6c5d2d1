using System.Buffers;

namespace Visualizer.DemoApi.Labs.Versioning.Core;

/// <summary>Reads the text of a header field from left to right: tokens, quoted strings, and the marks between them (RFC 9110 §5.6).</summary>
internal ref struct FieldReader(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private ReadOnlySpan<char> _rest = text;

    public readonly bool AtEnd => _rest.IsEmpty;

    public void SkipSpace() => _rest = _rest.TrimStart(" \t");

    public bool Take(char mark)
    {
        var there = _rest.StartsWith(mark);
        if (there)
            _rest = _rest[1..];
        return there;
    }

    public bool TryToken(out string token)
    {
        var length = _rest.IndexOfAnyExcept(TokenCharacters) is var end && end < 0 ? _rest.Length : end;
        token = _rest[..length].ToString();
        _rest = _rest[length..];
        return length > 0;
    }

    /// <summary>A string in quotes; a backslash takes the next character as it is (§5.6.4).</summary>
    public bool TryQuoted(out string text)
    {
        var said = new System.Text.StringBuilder();
        text = "";
        if (!Take('"'))
            return false;
        while (!Take('"'))
        {
            Take('\\');
            if (AtEnd)
                return false;
            said.Append(_rest[0]);
            _rest = _rest[1..];
        }

        text = said.ToString();
        return true;
    }
}
