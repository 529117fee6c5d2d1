using FsCheck;
using FsCheck.Fluent;
using Visualizer.Dashboard.Labs.RateLimiting;

namespace Visualizer.Dashboard.Tests.Labs.RateLimiting;

public sealed class RequestTapeTests
{
    private static RequestTape Tape(string text) => TapeText.TryRead(text, out var tape, out _) ? tape : throw new ArgumentException(text, nameof(text));

    [Fact]
    public void Of_AnyStops_IsInOrderWithinBoundsAndHasEveryInstantOnce() => Prop.ForAll(Tapes.Any, tape =>
    {
        Assert.InRange(tape.Requests, 0, RequestTape.MostRequests);
        Assert.All(tape.Stops, s => Assert.InRange(s.AtMs, 0, RequestTape.LongestMs));
        Assert.All(tape.Stops, s => Assert.InRange(s.Cost, 1, RequestTape.MostCost));
        Assert.Equal(tape.Stops.Select(s => s.AtMs).Distinct().Order(), tape.Stops.Select(s => s.AtMs));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_OfAnyTape_ReadsBackAsTheSame_AndNeedsNoEscaping() => Prop.ForAll(Tapes.Any, tape =>
    {
        var text = tape.ToString();
        Assert.Equal(Uri.EscapeDataString(text), text);
        Assert.True(TapeText.TryRead(text, out var read, out var complaint), complaint);
        Assert.Equal(tape, read);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Move_OfAnyStop_KeepsEveryRequest() => Prop.ForAll(Tapes.Any, tape =>
    {
        foreach (var stop in tape.Stops)
        {
            Assert.Equal(tape.Requests, tape.Move(stop.AtMs, 5_000).Requests);
            var free = tape.NextFree(stop.AtMs, RequestTape.StepMs);
            Assert.Equal(tape.Stops.Count, tape.Move(stop.AtMs, free).Stops.Count); // nobody was joined
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("9.9x10_10.1x10", 20, 2)]
    [InlineData("0", 1, 1)]
    [InlineData("60x60", 60, 1)]
    [InlineData("1.5~2_0.25x3~10", 4, 2)]
    [InlineData("", 0, 0)]
    public void Text_Written_IsRead(string text, int requests, int stops)
    {
        var tape = Tape(text);
        Assert.Equal((requests, stops), (tape.Requests, tape.Stops.Count));
    }

    [Theory]
    [InlineData("soon", "“soon” is no instant from 0 to 60 s, such as 9.9 or 9.9x10.")]
    [InlineData("60.1", "“60.1” is no instant from 0 to 60 s, such as 9.9 or 9.9x10.")]
    [InlineData("-1", "“-1” is no instant from 0 to 60 s, such as 9.9 or 9.9x10.")]
    [InlineData("1__2", "“” is no instant from 0 to 60 s, such as 9.9 or 9.9x10.")]
    [InlineData("1.0005", "“1.0005” is finer than a millisecond.")]
    [InlineData("1x0", "“1x0” does not say 1 to 60 requests, such as 9.9x10.")]
    [InlineData("1x1x1", "“1x1x1” does not say 1 to 60 requests, such as 9.9x10.")]
    [InlineData("1~11", "“1~11” does not say a cost of 1 to 10, such as 9.9~2.")]
    [InlineData("1_1.0", "1 s stands twice; 1x2 sends two at once.")]
    [InlineData("1x40_2x21", "It has 61 requests; a tape has room for 60.")]
    public void Text_ThatCannotBeRead_IsToldInASentence(string text, string expected)
    {
        Assert.False(TapeText.TryRead(text, out var tape, out var complaint));
        Assert.Equal((expected, 0), (complaint, tape.Requests));
    }

    [Fact]
    public void Text_TooLong_IsNotLookedAt()
    {
        Assert.False(TapeText.TryRead(new string('1', TapeText.Longest + 1), out _, out var complaint));
        Assert.Contains("longer than", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000, 100, 1_100)]
    [InlineData(1_000, 1_000, 2_100)] // somebody is at 2 s
    [InlineData(2_000, -1_000, 900)]
    [InlineData(0, -100, 0)]
    [InlineData(60_000, 1_000, 60_000)]
    public void NextFree_PassesOverOthers_AndEndsAtTheTapesEnds(int from, int by, int expected) =>
        Assert.Equal(expected, Tape("0_1_2_60").NextFree(from, by));

    [Fact]
    public void Add_OnAFullTape_ChangesNothing() => Assert.Equal(Tape("1x60"), Tape("1x60").Add(2_000));

    [Fact]
    public void Layout_OfAnyTape_KeepsTheOrder_AndNobodyTouches() => Prop.ForAll(Tapes.Any, tape =>
    {
        var places = TapeLayout.Place(tape.Stops, RequestTape.LongestMs);
        Assert.Equal(places.Order(), places);
        Assert.All(places, p => Assert.InRange(p, 0, 100));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Layout_StopsFarApart_StandAtTheirInstants() =>
        Assert.Equal([10.0, 50, 90], TapeLayout.Place(Tape("2_10x10_18").Stops, 20_000));

    [Fact]
    public void Layout_TwoBurstsAroundAnEdge_StandOnBothSidesOfIt()
    {
        var places = TapeLayout.Place(Tape("9.9x10_10.1x10").Stops, 20_000);
        Assert.Equal(100, places.Sum(), 6);
        Assert.True(places[1] - places[0] > 2);
    }
}
