using Microsoft.AspNetCore.Http;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>Who asks: a key of one client is nothing to another.</summary>
internal static class Client
{
    /// <summary>The token's subject; empty for those without one.</summary>
    public static string Of(HttpContext http) => "";
}
