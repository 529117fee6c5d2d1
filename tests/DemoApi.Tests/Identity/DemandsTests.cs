using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Identity;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Identity;

public sealed class DemandsTests(House house) : IClassFixture<House>
{
    /// <summary>What the document promises about tokens is what the gate demands, on every call.</summary>
    [Fact]
    public void EveryCall_DemandsWhatItsDescriptionSays()
    {
        var calls = house.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<Operation>() is not null).ToList();
        var mismatched = calls.Where(call => (call.Metadata.GetMetadata<Operation>()!.Token is true)
            != (call.Metadata.GetMetadata<TokenDemand>() is not null || call.Metadata.GetMetadata<VerifiesByItself>() is not null));

        Assert.NotEmpty(calls);
        Assert.Empty(mismatched.Select(call => call.DisplayName));
    }
}
