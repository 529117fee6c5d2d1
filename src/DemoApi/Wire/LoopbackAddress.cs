using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace Visualizer.DemoApi.Wire;

/// <summary>Where this very process listens, for requests that page and shared cache send to it: real HTTP over the loopback interface.</summary>
public sealed class LoopbackAddress(IServer server)
{
    private readonly Lazy<Uri> _root = new(() => Find(server));

    /// <summary>For example <c>http://127.0.0.1:5080/</c>; known once the server has started.</summary>
    public Uri Root => _root.Value;

    private static Uri Find(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("Page and shared cache need a plain http:// address to send their requests to: add one to ASPNETCORE_URLS.");
        return new Uri($"http://127.0.0.1:{BindingAddress.Parse(address).Port}/");
    }
}
