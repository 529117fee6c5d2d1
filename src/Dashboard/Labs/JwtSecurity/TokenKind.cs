namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>Which of the page's tokens is meant.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Audience">Whom it is asked to be meant for; null for this API.</param>
internal sealed record TokenKind(string Key, string Label, string About, string? Audience = null)
{
    public static readonly TokenKind Access = new("access", "Access token", "Meant for this API: ES256, ids only.");
    public static readonly TokenKind Others = new("others", "Meant for others", "The same issuer, the same key, another audience.", "https://other.example");
    public static readonly TokenKind Leaky = new("leaky", "Leaky token", "HS256 with a guessable secret, and full of personal data.");

    public static IReadOnlyList<TokenKind> All { get; } = [Access, Others, Leaky];

    public static TokenKind? Find(string? key) => All.FirstOrDefault(kind => kind.Key == key);
}
