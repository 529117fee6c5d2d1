using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Tests.Stage;

public class WireRowTests
{
    private static WireRow Row(Journaled journal)
    {
        var log = new WireLog();
        foreach (var e in journal.Events)
            log.Apply(e);
        return WireRow.Of(log.Exchanges[0], Journaled.Start, _ => "told");
    }

    [Theory]
    [InlineData(200, WireOutcome.Ok)]
    [InlineData(304, WireOutcome.NotModified)]
    [InlineData(429, WireOutcome.Refused)]
    [InlineData(503, WireOutcome.Failed)]
    public void Of_Status_HasItsOutcome(int status, WireOutcome outcome) =>
        Assert.Equal(outcome, Row(new Journaled().Received("r1", 0, "/a").Answered("r1", 1, status)).Outcome);

    [Fact]
    public void Of_Replay_IsToldByItsHeader() =>
        Assert.Equal(WireOutcome.Replayed, Row(new Journaled().Received("r1", 0, "/a").Answered("r1", 1, 201, new HeaderLine("Idempotent-Replayed", "true"))).Outcome);

    [Fact]
    public void Of_NoAnswer_IsInFlightOrCut()
    {
        var waiting = new Journaled().Received("r1", 0, "/a");
        Assert.Equal((0, WireOutcome.InFlight), (Row(waiting).Status, Row(waiting).Outcome));
        Assert.Equal(WireOutcome.Cut, Row(waiting.Cut("r1", 1)).Outcome);
    }

    [Fact]
    public void Of_Arrival_IsCountedFromTheOriginInSandboxTime() => Assert.Equal(10_100, Row(new Journaled().Received("r1", 10_100, "/a")).AtMs);

    [Theory]
    [InlineData(true, "Visualizer-Page/1.0", "this page")]
    [InlineData(false, "curl/8.5.0", "curl/8.5.0")]
    [InlineData(false, "PostmanRuntime/7.4 (x)", "PostmanRuntime/7.4")]
    [InlineData(false, "Mozilla/5.0 (X11) Chrome/1", "a browser")]
    [InlineData(false, "", "no User-Agent")]
    public void Of_Sender_IsNamedShortly(bool page, string agent, string named) =>
        Assert.Equal((named, !page), (Row(new Journaled().Received("r1", 0, "/a", page: page, agent: agent)).Sender, Row(new Journaled().Received("r1", 0, "/a", page: page, agent: agent)).Outside));

    [Fact]
    public void Of_WhatACacheSent_IsTheCaches_AndNotFromOutside()
    {
        var row = Row(new Journaled().Add(0, new RequestReceived("GET", "/a", "HTTP/1.1", [], new(false, "Visualizer-Cache/1.0", "r1")), "rate-limiting", "r2"));

        Assert.Equal(("the cache", false), (row.Sender, row.Outside));
    }
}
