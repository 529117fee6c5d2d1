using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

/// <summary>Walks every endpoint of the house with two sandboxes: nothing leaks from one to the other, no address means two things.</summary>
public sealed class SandboxIsolationTests(House house) : IClassFixture<House>
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["algorithm"] = "token-bucket",
        ["slug"] = "rate-limiting",
        ["id"] = "1",
        ["documentName"] = "v1",
    };

    private IEnumerable<RouteEndpoint> Endpoints =>
        ((IEndpointRouteBuilder)house.App).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().Where(e => e.Order != int.MaxValue);

    [Fact]
    public void EveryEndpoint_SaysWhereItAnswers()
    {
        Assert.All(Endpoints, e => Assert.True(e.Metadata.OfType<SandboxScope>().Any(), $"{e.RoutePattern.RawText} has no SandboxScope"));
        Assert.Contains(Endpoints, e => ScopeOf(e) is SandboxScope.Inside);
    }

    [Fact]
    public async Task EveryInsideEndpoint_IsNotThereOutside_AndTheOtherWayRound()
    {
        using var guest = await house.GuestAsync();
        foreach (var endpoint in Endpoints)
        {
            var path = PathOf(endpoint);
            var method = MethodOf(endpoint);
            if (ScopeOf(endpoint) is SandboxScope.Inside && !IsAlsoOutside(path))
                Assert.True((int)(await guest.SendAsync(method, $"/{path}")).Status is 404 or 405, $"{method} /{path} answers outside of sandboxes");
            else if (ScopeOf(endpoint) is SandboxScope.Outside && !path.StartsWith("labs/", StringComparison.Ordinal))
                Assert.True((int)(await guest.SendAsync(method, path)).Status is 404 or 405, $"{method} /s/…/{path} answers");
        }
    }

    [Fact]
    public async Task WhateverIsDoneInOneSandbox_TheOtherStaysAsItWas()
    {
        using var actor = await house.GuestAsync(new { paused = true });
        using var witness = await house.GuestAsync(new { paused = true });
        var before = await SnapshotAsync(witness);

        foreach (var endpoint in Endpoints.Where(e => ScopeOf(e) is SandboxScope.Inside && !IsStream(e)).OrderBy(e => MethodOf(e) == HttpMethod.Delete))
        {
            var answer = await actor.SendAsync(MethodOf(endpoint), PathOf(endpoint), MethodOf(endpoint) == HttpMethod.Get ? null : BodyFor(endpoint));
            Assert.DoesNotContain(witness.Id, answer.Body, StringComparison.Ordinal);
            Assert.Equal(PathOf(endpoint) == "api/boom", (int)answer.Status == 500);
        }

        Assert.Equal(before, await SnapshotAsync(witness));
        (await actor.GetAsync("sandbox")).IsProblem(404, "sandbox-not-found");
    }

    private static async Task<string> SnapshotAsync(Guest guest)
    {
        var limits = await Task.WhenAll(
            new[] { "fixed-window", "sliding-log", "sliding-counter", "token-bucket", "leaky-bucket" }.Select(a => guest.GetAsync($"sandbox/limits/{a}")));
        return string.Join('\n', (await guest.GetAsync("sandbox/events", ("Accept", "application/json"))).Body, (await guest.GetAsync("sandbox/clock")).Body,
            string.Join('\n', limits.Select(l => l.Body)));
    }

    private static SandboxScope ScopeOf(RouteEndpoint endpoint) => endpoint.Metadata.OfType<SandboxScope>().LastOrDefault();

    private static HttpMethod MethodOf(RouteEndpoint endpoint) =>
        HttpMethod.Parse(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET");

    /// <summary>The lab pages: outside, the same address is the door to a new sandbox.</summary>
    private static bool IsAlsoOutside(string path) => path.StartsWith("labs/", StringComparison.Ordinal) || path is "api/docs" or "api/redoc" or "api/openapi.json";

    private static bool IsStream(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText?.EndsWith("/events", StringComparison.Ordinal) == true;

    private static object BodyFor(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText switch
    {
        "/sandbox/clock" => new { rate = 2, paused = true },
        "/sandbox/clock/advance" => new { milliseconds = 100 },
        "/sandbox/limits/{algorithm}" => new { capacity = 3, refill_per_second = 2 },
        _ => "{}",
    };

    private static string PathOf(RouteEndpoint endpoint) => string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(
        segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Examples.GetValueOrDefault(parameter.Name, "x"),
            _ => "",
        }))));
}
