namespace Visualizer.DemoApi.Labs.Versioning.Core;

/// <summary>One entry of <c>Accept</c>: what it covers, and how much the client wants it (RFC 9110 §12.5.1).</summary>
/// <param name="Type">In lower case; <c>*</c> covers every type.</param>
/// <param name="Subtype">In lower case; <c>*</c> covers every subtype.</param>
/// <param name="Narrowed">True where a parameter asks for more than the type, which none of our media types has; then it covers none.</param>
/// <param name="Thousandths">The weight q in thousandths: 1000 is "gladly", 0 is "never".</param>
internal sealed record MediaRange(string Type, string Subtype, bool Narrowed = false, int Thousandths = MediaRange.Gladly)
{
    public const int Gladly = 1000;

    public const int Never = 0;

    /// <summary>How exactly it points: 0 for <c>*/*</c>, 1 for <c>application/*</c>, 2 for one media type.</summary>
    public int Specificity => Type == "*" ? 0 : Subtype == "*" ? 1 : 2;

    public bool Covers(string mediaType) => !Narrowed && Specificity switch
    {
        0 => true,
        1 => mediaType.StartsWith($"{Type}/", StringComparison.Ordinal),
        _ => mediaType == $"{Type}/{Subtype}",
    };

    public override string ToString() => $"{Type}/{Subtype}";
}
