using System.Buffers;
using System.Security.Cryptography;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>The name of a sandbox, and the only key to it: 13 of 31 letters and digits that cannot be misread, 64 random bits.</summary>
public static class SandboxId
{
    public const int Length = 13;
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>True where the text has an id's form; whether such a sandbox lives is the store's to say.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text) => text.Length == Length && !text.ContainsAnyExcept(Letters);
}
