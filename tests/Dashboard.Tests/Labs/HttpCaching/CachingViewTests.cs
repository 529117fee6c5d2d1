using Visualizer.Dashboard.Labs.HttpCaching;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.HttpCaching;
using static Visualizer.Dashboard.Tests.Labs.HttpCaching.CachingJournal;

namespace Visualizer.Dashboard.Tests.Labs.HttpCaching;

public sealed class CachingViewTests
{
    private static string Ways(CachingView view) => string.Join(" | ", view.Log.Trips.Select(t => string.Join(' ', t.Trip.Legs.Select(l => $"{l.From}{l.To}{(l.End is LegEnd.Lost ? "x" : "")}"))));

    [Fact]
    public void FiveGetsUnderNoCache_Are5And1()
    {
        var journal = new CachingJournal().Says("no-cache");
        for (var i = 0; i < 5; i++)
            journal.Gets(i, whole: i == 0);
        var view = journal.View;

        Assert.Equal("5 and 1", view.Measured);
        Assert.Equal((5, 5, 1, 40_000L), (view.AtOrigin, view.RoundTrips, view.Bodies, view.BodyBytes));
        Assert.True(view.Browser.Agrees);
        Assert.Equal("01 12 23 32 21 10", Ways(view).Split(" | ")[1]);
        var legs = view.Log.Trips[1].Trip.Legs;
        Assert.Equal((LegWeight.Thin, LegWeight.Thick), (legs[3].Weight, view.Log.Trips[0].Trip.Legs[3].Weight));
    }

    [Theory]
    [InlineData("max-age=60", "strong")]
    [InlineData("no-cache", "none")]
    public void OtherSettings_MeasureSomethingElse(string cacheControl, string etag)
    {
        var journal = new CachingJournal().Says(cacheControl, etag);
        for (var i = 0; i < 5; i++)
            journal.Gets(i, whole: i == 0);

        Assert.Null(journal.View.Measured);
    }

    [Fact]
    public void BrowsersOwnCopy_IsARow_ThoughNoRequestIsThere()
    {
        var view = new CachingJournal().Gets(0, whole: true).Reports("own", 2, transferred: 0).View;

        Assert.Equal(("01 12 23 32 21 10 | 01 10", 1, 2, 1), (Ways(view), view.RoundTrips, view.Browser.Asked, view.Browser.Left));
        Assert.Equal((1L, null), (view.ExchangeOf(1), view.ExchangeOf(2)));
    }

    [Fact]
    public void BrowserAndServer_ThatDisagree_AreBothHeard()
    {
        var view = new CachingJournal().Asks("r1", 0, attempt: "a").Answers("r1", 1, 200).Reports("a", 2, transferred: 300).View;

        Assert.False(view.Browser.Agrees);
        Assert.Equal((0, 1), (view.Browser.Bodies, view.Browser.BodiesByServer));
    }

    [Fact]
    public void RequestThatTheBrowserHasNotToldOfYet_IsNoDisagreement()
    {
        var journal = new CachingJournal().Asks("r1", 0, attempt: "a").Answers("r1", 1, 200);

        Assert.True(journal.View.Browser.Agrees);
        Assert.True(journal.Reports("a", 2, transferred: 40_300).View.Browser.Agrees);
    }

    [Fact]
    public void OwnCopyThatIsAskedAboutBehindTheScenes_IsBothTold()
    {
        var view = new CachingJournal().Reports("a", 0, transferred: 0).Asks("r1", 1, attempt: "a").Answers("r1", 1, 304).View;

        Assert.Equal(("01 10 12 21", false), (Ways(view), view.Browser.Agrees));
    }

    [Fact]
    public void LookBackAtARun_FindsItsProduct()
    {
        var run = new Journaled().Started(epoch: 3).Events;

        Assert.Equal(4, new CachingView().Fold(run).Product);
    }

    [Fact]
    public void BrowserThatTellsNoSizes_IsNotCalledALiar()
    {
        var view = new CachingJournal().Asks("r1", 0, attempt: "a").Answers("r1", 1, 304).Reports("a", 2, transferred: null).View;

        Assert.True(view.Browser.Agrees);
    }

    [Fact]
    public void Hit_StopsAtTheSharedCache_AndTellsHowStaleItIs()
    {
        var view = new CachingJournal().ChangesBehind(10_000, 2)
            .Asks("r1", 30_000).Consults("r1", 30_000, "serve", copy: Copy(20_000)).Answers("r1", 30_000, 200).View;

        Assert.Equal(("02 20", 20d), (Ways(view), view.StaleSeconds));
        Assert.Equal("hit, 40 s left", view.Log.Trips[0].Trip.Legs[0].Note);
        Assert.Equal((1L, 20_000d, 60_000d), (view.SharedCopy!.Version, view.SharedCopy.AgeMs, view.SharedCopy.LifetimeMs));
    }

    [Fact]
    public void StaleWhileRevalidate_AnswersBeforeItAsks()
    {
        var view = new CachingJournal().Asks("r1", 0).Consults("r1", 0, "serve_stale_and_ask", copy: Copy(70_000)).Answers("r1", 0, 200)
            .Asks("r2", 0, "/products/1", askedBy: "r1").Answers("r2", 0, 304).View;

        Assert.Equal("02 20 23 32", Ways(view));
    }

    [Fact]
    public void OriginAway_IsALostLeg()
    {
        var view = new CachingJournal().Add(0, new OriginSwitched(false)).Asks("r1", 0).Consults("r1", 0, "revalidate", "stale", Copy(70_000))
            .Asks("r2", 0, "/products/1", askedBy: "r1").Add(0, new ConnectionAborted(true, CapturedBody.None), "r2").Answers("r1", 0, 504).View;

        Assert.Equal(("02 23x 20", false), (Ways(view), view.OriginIsReachable));
    }

    [Fact]
    public void WriteThatOverwritesUnseen_IsALostChange_AndARefusedOneIsNot()
    {
        HeaderLine ann = new(CachingClient.EditorHeader, "Ann"), ben = new(CachingClient.EditorHeader, "Ben");
        var journal = new CachingJournal()
            .Asks("r1", 0, "/products/1", headers: ann).Answers("r1", 0, 200).Asks("r2", 0, "/products/1", headers: ben).Answers("r2", 0, 200)
            .Asks("r3", 0, "/products/1", method: "PUT", headers: ann).Add(0, new ProductChanged(1, 2, 100, "\"1-a\"", "\"2-a\"", "*"), "r3").Answers("r3", 0, 200, "\"2-a\"");

        Assert.Equal((0, 0), (journal.View.Lost, journal.View.Refused));
        journal.Asks("r4", 0, "/products/1", method: "PUT", headers: ben).Add(0, new ProductChanged(1, 3, 200, "\"2-a\"", "\"3-a\"", "*"), "r4");
        Assert.Equal((1, true), (journal.View.Lost, journal.View.HasEditors));
        journal.Asks("r5", 0, "/products/1", method: "PUT", headers: ben).Add(0, new WriteRefused(1, 412, "\"3-a\"", "\"2-a\"", "late", "RFC 9110 §13.1.1"), "r5");
        Assert.Equal((1, 1), (journal.View.Lost, journal.View.Refused));
    }

    [Fact]
    public void NewRun_TakesAProductThatTheBrowserDoesNotKnow()
    {
        var journal = new CachingJournal().Says("no-store").Gets(0, whole: true);
        var (before, after) = (journal.View, journal.Reset().View);

        Assert.Equal((1L, 2L), (before.Product, after.Product));
        Assert.Equal((0, 0, CachingSettings.Default, 0), (after.AtOrigin, after.Browser.Asked, after.Settings, after.Log.Trips.Count));
    }

    [Theory]
    [InlineData("no-cache", "must ask", true)]
    [InlineData("no-store", null, false)]
    public void BrowsersCopy_IsWhatItWasTold(string cacheControl, string? _, bool kept)
    {
        var view = new CachingJournal().Reports("a", 0, 40_300, cacheControl: cacheControl).View;

        Assert.Equal(kept, view.BrowserCopy is not null);
        Assert.Equal(kept, view.BrowserCopy?.AsksFirst is true);
    }

    [Fact]
    public void OwnersPage_OfAnotherChapter_IsDrawnHere()
    {
        var view = new CachingJournal().Add(0, new RequestReceived("GET", "/me", "HTTP/1.1", [], new(true, "Visualizer-Page/1.0")), "r1", "jwt-security")
            .Add(0, new ResponseSent(200, [new("Cache-Control", "private, no-cache")], CapturedBody.None, new("{}", 2), 1), "r1", "jwt-security").View;

        Assert.Equal("03 30", Ways(view));
    }
}
