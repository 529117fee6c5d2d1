namespace Visualizer.DemoApi.Labs.Versioning.Core;

/// <summary>The versions there are, and their names on the wire: <c>1</c>, <c>2</c>, and nothing that only looks like them.</summary>
internal static class Versions
{
    public const int First = 1;

    public const int Latest = 2;

    /// <summary>Says nothing of a version, so it means the default one.</summary>
    public const string PlainJson = "application/json";

    private const string Before = "vnd.visualizer.v";
    private const string Behind = "+json";

    public static readonly IReadOnlyList<int> All = [First, Latest];

    /// <summary>Exactly <c>1</c> or <c>2</c>: a client that sends <c>02</c>, <c>2.0</c> or <c>v2</c> guesses, and should learn it now.</summary>
    public static bool TryRead(string text, out int version) => (version = text switch { "1" => First, "2" => Latest, _ => 0 }) != 0;

    public static string MediaTypeOf(int version) => $"application/{Before}{version}{Behind}";

    /// <summary>The version that a media type of ours names, as it stands there, known or not; null for every other media type.</summary>
    public static string? NamedBy(string mediaType) =>
        mediaType.StartsWith($"application/{Before}", StringComparison.Ordinal) && mediaType.EndsWith(Behind, StringComparison.Ordinal)
            ? mediaType[$"application/{Before}".Length..^Behind.Length]
            : null;
}
