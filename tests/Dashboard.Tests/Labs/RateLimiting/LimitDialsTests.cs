using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.Dashboard.Labs.RateLimiting;
using Visualizer.DemoApi.Labs.RateLimiting;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.Tests.Support;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

/// <summary>The dials over the real API.</summary>
public sealed class LimitDialsTests(House house) : BunitContext, IClassFixture<House>, IAsyncLifetime
{
    private static readonly TimeSpan ARest = TimeSpan.FromSeconds(1);

    private readonly SandboxClock real = new(Journaled.Start, TimeProvider.System, paused: true);
    private readonly List<LimitSettings> settled = [];
    private Visit visit = null!;

    public async Task InitializeAsync()
    {
        visit = await Visit.ToAsync(house);
        Services.AddSingleton<TimeProvider>(real).AddSingleton(new RateLimitingClient(visit.Api));
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        visit.Dispose();
        real.Dispose();
        return Task.CompletedTask;
    }

    private LimitSettings InForce => LimitSettings.Of(new RateLimitingView(RateLimitingAlgorithm.All).Fold(visit.Events));

    private IRenderedComponent<LimitDials> Dials(LimitSettings? limits = null) => Render<LimitDials>(p => p
        .Add(d => d.Limits, limits ?? LimitSettings.Default).Add(d => d.Settled, settled.Add));

    private static AngleSharp.Dom.IElement Dial(IRenderedComponent<LimitDials> dials, string name) =>
        dials.FindAll("lab-dial").First(d => d.QuerySelector("label span")!.TextContent == name).QuerySelector("input")!;

    private static string Shown(IRenderedComponent<LimitDials> dials, string name) => Dial(dials, name).GetAttribute("aria-valuetext")!;

    [Theory]
    [InlineData("limit", "20")]
    [InlineData("window", "5")]
    [InlineData("capacity", "30")]
    [InlineData("refill", "0.5")]
    [InlineData("queue", "0")]
    [InlineData("leak", "2.5")]
    public async Task Dial_Turned_IsInForceAtOnce(string name, string value)
    {
        var dials = Dials();
        await Dial(dials, name).ChangeAsync(new() { Value = value });

        var set = InForce;
        decimal now = name switch { "limit" => set.Limit, "window" => set.WindowMs / 1000, "capacity" => set.Capacity, "refill" => set.Refill, "queue" => set.Queue, _ => set.Leak };
        Assert.Equal(decimal.Parse(value), now);
        Assert.StartsWith(value, Shown(dials, name), StringComparison.Ordinal); // before the journal has told
    }

    [Fact]
    public async Task Window_IsSharedByTheThreeThatCountInWindows()
    {
        await Dial(Dials(), "limit").ChangeAsync(new() { Value = "7" });

        Assert.Equal(
            [("fixed-window", 7L), ("sliding-log", 7L), ("sliding-counter", 7L)],
            visit.Events.Select(e => e.Data).OfType<LimiterConfigured>().Select(c => (c.Algorithm, c.Limit)));
    }

    [Fact]
    public void Address_HearsOfIt_OnceTheHandRests()
    {
        var dials = Dials();
        dials.Render(p => p.Add(d => d.Limits, LimitSettings.Default with { Limit = 11 }));
        dials.Render(p => p.Add(d => d.Limits, LimitSettings.Default with { Limit = 12 }));
        Assert.Empty(settled);

        real.Advance(ARest);
        Assert.Equal([12L], settled.Select(s => s.Limit));

        real.Advance(ARest);
        Assert.Single(settled);
    }

    [Fact]
    public void Address_HearsNothing_OfWhatARunResets()
    {
        var dials = Dials(LimitSettings.Default with { Limit = 20 });
        dials.Render(p => p.Add(d => d.Busy, true).Add(d => d.Limits, LimitSettings.Default));
        real.Advance(ARest);
        dials.Render(p => p.Add(d => d.Limits, LimitSettings.Default with { Limit = 20 }).Add(d => d.Busy, false));
        real.Advance(ARest);

        Assert.Empty(settled);
    }

    [Fact]
    public void Settings_BeyondADial_AreShownAllTheSame()
    {
        var limit = Dial(Dials(LimitSettings.Default with { Limit = 700 }), "limit");
        Assert.Equal(("700", "700"), (limit.GetAttribute("max"), limit.GetAttribute("aria-valuetext")));
    }

    [Fact]
    public void Manners_AreAskedFor()
    {
        var asked = ClientManners.GivesUp;
        var dials = Render<LimitDials>(p => p.Add(d => d.MannersChanged, m => asked = m));

        dials.Find("[data-testid=manners]").Change("Hammers");

        Assert.Equal(ClientManners.Hammers, asked);
    }
}
