namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>What the page's client does with a request that was refused.</summary>
public enum ClientManners
{
    /// <summary>Leaves it at that.</summary>
    GivesUp,

    /// <summary>Sends it again when <c>Retry-After</c> says so (RFC 9110 §10.2.3).</summary>
    Obeys,

    /// <summary>Sends it again and again, every fifth of a second, whatever it was told.</summary>
    Hammers,
}
