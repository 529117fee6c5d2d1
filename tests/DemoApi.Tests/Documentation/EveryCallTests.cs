using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Documentation;

public sealed class EveryCallTests(House house) : IClassFixture<House>
{
    /// <summary>The calls of the demo API; its documents are about them and not among them.</summary>
    private IReadOnlyList<RouteEndpoint> Calls =>
    [
        .. house.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && endpoint.Metadata.Contains(SandboxScope.Inside))
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null),
    ];

    [Fact]
    public void EveryCall_IsDescribedInTheDocument()
    {
        Assert.NotEmpty(Calls);
        Assert.Empty(Calls.Where(call => call.Metadata.GetMetadata<Operation>() is null).Select(call => call.DisplayName));
    }

    [Fact]
    public async Task EveryDescribedCall_IsInTheDocumentUnderItsOwnName()
    {
        using var guest = await house.GuestAsync();
        var paths = (await guest.GetAsync("/openapi.json")).Json.GetProperty("paths");

        var published = paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(call => call.Value.GetProperty("operationId").GetString()).ToList();

        Assert.Equal(published.Distinct(), published);
        Assert.Empty(Calls.Select(call => call.Metadata.GetMetadata<Operation>()!.Id).Except(published));
    }
}
