using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.Dashboard.Labs.RateLimiting;
using Visualizer.DemoApi.Labs.RateLimiting;
using Visualizer.Tests.Support;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

/// <summary>The buttons over the real API.</summary>
public sealed class TapeControlsTests(House house) : BunitContext, IClassFixture<House>, IAsyncLifetime
{
    private static readonly TapeOrder Order = new(RequestTape.Of(new(100), new(200), new(300)), [Algorithms.FixedWindow], LimitSettings.Default, ClientManners.GivesUp, 1);

    private Visit visit = null!;

    public async Task InitializeAsync()
    {
        visit = await Visit.ToAsync(house);
        Services.AddSingleton(TimeProvider.System).AddSingleton(new RateLimitingClient(visit.Api)).AddSingleton(visit.Control);
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        visit.Dispose();
        return Task.CompletedTask;
    }

    private int Sent => visit.Events.Count(e => e.Data is RequestAdmitted);

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<TapeControls> controls, string words) =>
        controls.FindAll("button").First(b => b.TextContent.Contains(words, StringComparison.Ordinal));

    [Fact]
    public async Task Play_SendsTheWholeTape_AndSaysSoMeanwhile()
    {
        var underway = new List<bool>();
        var controls = Render<TapeControls>(p => p.Add(c => c.Order, Order).Add(c => c.UnderwayChanged, underway.Add));

        await Button(controls, "Play the tape").ClickAsync(new());

        Assert.Equal(3, Sent);
        Assert.Equal([true, false], underway);
        Assert.NotNull(Button(controls, "Play the tape"));
    }

    [Fact]
    public async Task Step_SendsOneInstant_NamesTheNext_AndOffersToGoOnOrBeginAnew()
    {
        var controls = Render<TapeControls>(p => p.Add(c => c.Order, Order));
        Assert.True(Button(controls, "Play from the start").HasAttribute("disabled"));

        await Button(controls, "Send what is due first").ClickAsync(new());
        Assert.Equal(1, Sent);
        Assert.NotNull(Button(controls, "at 0.2 s"));

        await Button(controls, "Play from the start").ClickAsync(new());
        Assert.Equal(1 + 3, Sent);
    }

    [Fact]
    public async Task ResetFromElsewhere_EndsTheRun()
    {
        var controls = Render<TapeControls>(p => p.Add(c => c.Order, Order));
        await Button(controls, "Send what is due first").ClickAsync(new());
        Assert.NotNull(Button(controls, "Go on"));

        controls.Render(p => p.Add(c => c.Epoch, 99));

        Assert.NotNull(Button(controls, "Play the tape"));
    }

    [Fact]
    public async Task Locked_LeadsToTheQuestion_AndSendsNothing()
    {
        var refused = 0;
        var controls = Render<TapeControls>(p => p.Add(c => c.Order, Order).Add(c => c.Locked, true).Add(c => c.Refused, () => refused++));

        Assert.Equal("true", Button(controls, "Play the tape").GetAttribute("aria-disabled"));
        await Button(controls, "Play the tape").ClickAsync(new());
        await Button(controls, "Send what is due first").ClickAsync(new());

        Assert.Equal((2, 0), (refused, Sent));
    }
}
