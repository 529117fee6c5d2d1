using Visualizer.Dashboard.Labs.Pagination;

namespace Visualizer.Dashboard.Tests.Labs.Pagination;

public sealed class PaginationViewTests
{
    private readonly JournaledList list = new();

    [Fact]
    public void Start_TheSeededRows_NobodyHasRead()
    {
        Assert.Equal((100, 100, 1), (list.View.List.Rows.Count, list.View.List.Rows[0], list.View.List.Rows[^1]));
        Assert.All(WalkPicture.Of(list.View), picture => Assert.Equal((new string('0', 100), 0), (picture.States, picture.Count)));
        Assert.Null(list.View.Measured);
    }

    [Fact]
    public void Offset_ThreeArriveAtEachTurn_CountsFortyOneTwice()
    {
        for (var offset = 0; !list.View.List.ByOffset.Ended; offset += 10)
            list.ByOffset(offset).Add(3);

        var walker = list.View.List.ByOffset;
        Assert.Equal((16, 141, 41, 0), (walker.Pages, walker.Returned, walker.Duplicates, walker.Skipped.Count));
        Assert.Equal([93, 92, 91, 86, 85, 84], walker.Repeated.Take(6));
        Assert.Equal("141", list.View.Measured);
    }

    [Fact]
    public void Offset_ThreeGoAtEachTurn_NamesTheTwentyOneNeverSeen()
    {
        for (var offset = 0; !list.View.List.ByOffset.Ended; offset += 10)
            list.ByOffset(offset).RemoveNewest(3);

        var walker = list.View.List.ByOffset;
        Assert.Equal((79, 0, 21), (walker.Returned, walker.Duplicates, walker.Skipped.Count));
        Assert.Equal([90, 89, 88, 77, 76, 75], walker.Skipped.Take(6));
        Assert.Null(list.View.Measured); // nothing arrived: that was not the question
    }

    [Fact]
    public void Measured_RowsThatArrivedBeforeTheWalk_AreNotTheQuestion()
    {
        list.Add(25);
        for (var offset = 0; !list.View.List.ByOffset.Ended; offset += 10)
            list.ByOffset(offset);

        Assert.Equal((125, null), (list.View.List.ByOffset.Returned, list.View.Measured));
    }

    [Fact]
    public void Cursor_WhateverTheWriterDoes_EachRowOnce_AndTheNextCursorIsTheLinks()
    {
        list.ByCursor(null).Add(1); // the answer to a POST leads nowhere, and must not be taken for the page's
        Assert.Equal("c91", list.View.List.ByCursor.NextCursor);
        for (var behind = 91; behind > 1; behind -= 10)
            list.Add(2).Remove(behind).ByCursor(behind); // the very row that the cursor was made of

        var walker = list.View.List.ByCursor;
        Assert.Equal((true, 100, 0, 0, null), (walker.Ended, walker.Returned, walker.Duplicates, walker.Skipped.Count, walker.NextCursor));
    }

    [Fact]
    public void UnsafeCursor_NamesTheRowsItLost()
    {
        list.Add(25).ByCursor(null, unsafely: true).ByCursor(116, unsafely: true);

        Assert.Equal(Enumerable.Range(101, 15).Reverse().Select(id => (long)id), list.View.List.ByCursor.Skipped);
    }

    [Fact]
    public void Windows_ByOffsetANumber_ByCursorAPlace()
    {
        var view = list.ByOffset(10).ByCursor(null).Add(3).View;

        Assert.Equal((10, 10), view.List.ByOffset.Window(view.List.Rows)); // other rows now
        Assert.Equal((3, 10), view.List.ByCursor.Window(view.List.Rows)); // the same rows, pushed along
    }

    [Fact]
    public void Picture_SaysOfEachRowWhatBecameOfIt()
    {
        var view = list.ByOffset(0, 2).Add(1).ByOffset(2, 2).Remove(99).ByOffset(4, 2).View;

        // 101 came later, 100 was returned, 99 came twice and is gone, 98 once; 97 moved up under a page that was read already.
        Assert.Equal("n11s11000", WalkPicture.Of(view).First().States[..9]);
    }

    [Theory]
    [InlineData("</a?limit=1>; rel=\"first\", </a?limit=1&cursor=xY-_>; rel=\"next\"", "xY-_")]
    [InlineData("</a?cursor=n&limit=1>; rel=\"next\"", "n")]
    [InlineData("</a?cursor=p>; rel=\"prev\"", null)]
    [InlineData("</a?offset=10>; rel=\"next\"", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public void NextLink_IsTheCursorOfNext(string? link, string? cursor) => Assert.Equal(cursor, NextLink.CursorOf(link));

    [Fact]
    public void Ranges_AreRunsOfIds() =>
        Assert.Equal([[103, 101], [99, 98], [5, 5]], WalkPicture.Ranges([103, 102, 101, 99, 98, 5]));

    [Fact]
    public void AnotherOrderOrFilter_IsNoStepOfTheWalk()
    {
        var before = list.ByOffset(0).View.List.ByOffset.Returned;
        list.Journal.Add(9, new DemoApi.Labs.Pagination.PageRead("items", "price_cents", null, 10, 0, null, [7], true, 100, new("", "", 1, 1), null), "pagination", "x");

        Assert.Equal((10, 10), (before, list.View.List.ByOffset.Returned));
    }

    [Fact]
    public void Reset_BeginsAnew()
    {
        list.ByOffset(0).Add(3).Journal.Started(1, 50, "pagination");

        var view = list.View;
        Assert.Equal((100, null), (view.List.Rows.Count, view.List.ByOffset.Page));
        Assert.Empty(view.Depths);
    }

    [Fact]
    public void Depths_ArePagesOfTheArchive_ByTheirRow()
    {
        var view = list.Archive(900_000, 100_000, 2_700_211).Archive(null, 100_000, 297).Archive(null, 7, 300, "created_at").Archive(null, 7, 300, "price_cents").View;

        Assert.Equal([(true, 900_000, 2_700_211), (false, 900_000, 297), (false, 6, 300)], view.Depths.Select(d => (d.ByOffset, d.Row, d.Steps)));
        Assert.Equal(("2,700,211", "297", "9,092 ×"), DepthRow.Of(view.Depths, DepthScale.Steps)[0] is var row ? (row.Offset, row.Cursor, row.Times) : default);
    }

    [Fact]
    public void Wire_SaysWhyOfEachExchange()
    {
        var view = list.ByOffset(30).ByCursor(null).Add(1).View;

        var said = view.Wire.Exchanges.Select(x => $"{x.Decision?.Outcome}: {x.Decision?.Why}").ToList();
        Assert.StartsWith("rows 70 to 61: The database walked over 30 rows to skip them. 100 steps", said[0], StringComparison.Ordinal);
        Assert.StartsWith("rows 100 to 91: The first rows of the index.", said[1], StringComparison.Ordinal);
        Assert.StartsWith("row 101:", said[2], StringComparison.Ordinal);
        Assert.Contains("By offset, page 1: rows 70 to 61.", view.News(), StringComparison.Ordinal);
        Assert.Equal("", view.News());
    }
}
