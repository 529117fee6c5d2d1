using Microsoft.AspNetCore.Http;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>The way from a request to its sandbox.</summary>
public static class SandboxContext
{
    private static readonly object Key = new();

    /// <summary>The sandbox under whose path the request came, or null outside of any.</summary>
    public static Sandbox? FindSandbox(this HttpContext context) => context.Items.TryGetValue(Key, out var found) ? (Sandbox?)found : null;

    /// <summary>The sandbox of a request that an endpoint "inside" serves.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is not marked <see cref="SandboxScope.Inside"/>.</exception>
    public static Sandbox Sandbox(this HttpContext context) =>
        context.FindSandbox() ?? throw new InvalidOperationException("This endpoint needs a sandbox: mark it SandboxScope.Inside.");

    internal static void SetSandbox(this HttpContext context, Sandbox sandbox) => context.Items[Key] = sandbox;
}
