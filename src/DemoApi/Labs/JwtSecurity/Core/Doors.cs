using Visualizer.DemoApi.Identity.Core;

namespace Visualizer.DemoApi.Labs.JwtSecurity.Core;

/// <summary>What each door asks of a token, in order. Three of the four differ from the strict one by a single decision.</summary>
internal static class Doors
{
    private static readonly TokenCheck Decoded = new("decoded", "Can the payload be decoded?", "against RFC 7519 §7.2", (t, _) =>
        t.Payload is null ? "The payload is not one JSON object." : null);

    /// <summary>"We only read it": whatever decodes is believed.</summary>
    public static IReadOnlyList<TokenCheck> DecodeOnly { get; } = [Decoded];

    /// <summary>Everything about this API's own tokens, and nothing about whom they are meant for.</summary>
    public static IReadOnlyList<TokenCheck> NoAudience { get; } = [.. StrictChecks.All.Where(check => check != StrictChecks.Audience)];

    public static IReadOnlyList<TokenCheck> Strict => StrictChecks.All;

    /// <summary>The header gives the orders: no question is asked about it, and it says how to check the rest. Claims are checked as they should be.</summary>
    public static IReadOnlyList<TokenCheck> TrustsAlg(HeaderChooses signature) =>
    [
        StrictChecks.Readable, signature.Signature,
        .. StrictChecks.All.SkipWhile(check => check != StrictChecks.Issuer),
    ];
}
