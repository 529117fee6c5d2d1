using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class TripSheetTests
{
    private readonly TripLog log = new(Journaled.Start);
    private readonly TripSheet sheet = new();

    [Fact]
    public void Next_Trip_IsNumbersAndWordsSentOnce()
    {
        log.Put(Trips.Of(1, Leg.Go(0, 2, "GET", note: "hit"), Leg.Back(2, 0, WireOutcome.NotModified, "304", LegWeight.Thin)) with { Outside = true, Notes = [new(3, "asleep")] });

        var news = sheet.Next(log)!;

        Assert.Equal(Journaled.Start.ToUnixTimeMilliseconds(), news.Begin);
        Assert.Equal(["attempt 1", "this page", "", "GET", "hit", "304", "asleep"], news.Words);
        Assert.Equal([1, 1, 1, 1, 0, 1, 2, 2, 1, 0x20, 3, 4, 0x002 + 0x200 + 0x800, 5, 2, 3, 6], news.Rows);
        Assert.Empty(news.Gone);
    }

    [Fact]
    public void Next_BriefLabel_StandsBehindItsLabel()
    {
        log.Put(Trips.Of(1, Leg.Go(0, 1, "API-Version: 2") with { Brief = "v2" }));
        Assert.Contains("API-Version: 2\nv2", sheet.Next(log)!.Words);
    }

    [Fact]
    public void Next_NothingNew_IsNull()
    {
        log.Put(Trips.Of(1, Leg.Go(0, 1)));
        sheet.Next(log);

        Assert.Null(sheet.Next(log));
    }

    [Fact]
    public void Next_AnswerArrives_TellsThatRowAlone()
    {
        log.Put(Trips.Of(1, Leg.Go(0, 1), Leg.Back(1, 0, WireOutcome.Ok, "200")));
        log.Put(Trips.Of(2, Leg.Go(0, 1)));
        sheet.Next(log);
        log.Put(Trips.Of(2, Leg.Go(0, 1), Leg.Back(1, 0, WireOutcome.Ok, "200")));

        var news = sheet.Next(log)!;

        Assert.Null(news.Begin);
        Assert.Empty(news.Words);
        Assert.Equal([2, 1, 2], news.Rows.Take(3));
        Assert.Equal(15, news.Rows.Count);
    }

    [Fact]
    public void Next_TripsThatBecomeABundle_TellsWhichRowsAreGone()
    {
        for (var i = 1; i <= TripRow.MostApart; i++)
            log.Put(Trips.Of(i, Leg.Go(0, 1)));
        sheet.Next(log);
        log.Put(Trips.Of(7, Leg.Go(0, 1)));

        var news = sheet.Next(log)!;

        Assert.Equal([1, 7], news.Rows.Take(2));
        Assert.Equal([2, 3, 4, 5, 6], news.Gone.Order());
    }

    [Fact]
    public void Next_MoreRowsThanAreDrawn_CountsTheOlderOnes()
    {
        for (var i = 1; i <= TripRow.Most + 3; i++)
            log.Put(Trips.Of(i, Leg.Go(0, 1), Leg.Back(1, 0, WireOutcome.Ok, "200")));

        var news = sheet.Next(log)!;

        Assert.Equal((3L, 4.0, TripRow.Most * 15), (news.Older, news.Rows[0], news.Rows.Count));
    }

    [Fact]
    public void Next_OtherLogOrForgotten_BeginsAnewWithAllWords()
    {
        log.Put(Trips.Of(1, Leg.Go(0, 1, "GET")));
        var first = sheet.Next(log)!;
        sheet.Forget();

        Assert.Equivalent(first, sheet.Next(log), strict: true);
        Assert.Equal(Journaled.At(5000).ToUnixTimeMilliseconds(), sheet.Next(new TripLog(Journaled.At(5000)))!.Begin);
    }

    /// <summary>The goal is 200 bytes an exchange while a scenario plays (docs/decisions.md).</summary>
    [Fact]
    public void Next_PlainTrip_StaysSmallOnTheWire()
    {
        log.Put(Trips.Of(100, Leg.Go(0, 4, "POST", note: "+ order"), Leg.Back(4, 0, WireOutcome.Ok, "201")));
        sheet.Next(log);
        log.Put(Trips.Of(101, Leg.Go(0, 4, "POST", note: "+ order"), Leg.Back(4, 0, WireOutcome.Ok, "201")));

        Assert.InRange(System.Text.Json.JsonSerializer.Serialize(sheet.Next(log)).Length, 1, 140);
    }
}
