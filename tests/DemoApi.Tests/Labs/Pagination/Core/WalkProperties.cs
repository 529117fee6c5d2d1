using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.Pagination.Core;

namespace Visualizer.DemoApi.Tests.Labs.Pagination.Core;

/// <summary>Whole walks over random rows, most of which tie, against plain LINQ.</summary>
public sealed class WalkProperties
{
    private static readonly SortOrder[] Orders = [SortOrder.NewestFirst, SortOrder.OldestFirst, SortOrder.CheapestFirst, SortOrder.DearestFirst];

    private sealed record Draw(TinyShelf.Row[] Rows, SortOrder Order, int Limit, string? Category, int Seed);

    private static readonly Arbitrary<Draw> Draws = (
        from count in Gen.Choose(0, 40)
        from rows in (from created in Gen.Choose(1, 4) from price in Gen.Choose(1, 4) from category in Gen.Elements("a", "b") select (created, price, category)).ArrayOf(count)
        from order in Gen.Elements(Orders)
        from limit in Gen.Choose(1, 9)
        from category in Gen.Elements<string?>(null, null, "a", "b")
        from seed in Gen.Choose(0, 1_000_000)
        select new Draw([.. rows.Select((r, i) => new TinyShelf.Row(i + 1, r.created, r.price, r.category))], order, limit, category, seed)).ToArbitrary();

    [Fact]
    public void Keyset_NothingChanges_EachRowOnceInOrder_ThereAndBack() => ForEach((shelf, draw) =>
    {
        var there = Walk(shelf, draw, draw.Order, from: null, _ => { });
        Assert.Equal(Sorted(draw, draw.Rows), there);
        if (there.Count > 0)
            Assert.Equal(there[..^1], Enumerable.Reverse(Walk(shelf, draw, draw.Order.Reversed, from: there[^1], _ => { })));
    });

    [Fact]
    public void Keyset_RowsComeAndGo_WhatStaysIsSeenOnce() => ForEach((shelf, draw) =>
    {
        var (random, next, gone) = (new Random(draw.Seed), 1000, new HashSet<long>());
        var seen = Walk(shelf, draw, draw.Order, from: null, last =>
        {
            shelf.Put(new(next++, random.Next(1, 5), random.Next(1, 5), random.Next(2) == 0 ? "a" : "b"));
            var victim = random.Next(2) == 0 ? last.Id : random.Next(1, 41); // the very row that the cursor was made of, or any
            shelf.Remove(victim);
            gone.Add(victim);
        });

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(
            Sorted(draw, draw.Rows.Where(row => !gone.Contains(row.Id))),
            seen.Where(row => row.Id < 1000 && !gone.Contains(row.Id)));
    });

    [Fact]
    public void AnyBefore_SaysWhetherRowsAreLeftAtThePlaceOrBeforeIt() => ForEach((shelf, draw) =>
    {
        foreach (var (row, index) in Sorted(draw, draw.Rows).Select((row, index) => (row, index)).ToList())
        {
            var sql = KeysetQuery.AnyBefore("Items", draw.Order, draw.Category is not null);
            Assert.Equal(1, shelf.Count(sql, Place(draw, row)));
            shelf.Remove(row.Id); // in order: now nothing is left before it
            Assert.Equal(0, shelf.Count(sql, Place(draw, row)));
        }
    });

    [Fact]
    public void Offset_NothingChanges_EachRowOnceInOrder() => ForEach((shelf, draw) =>
    {
        var filtered = draw.Category is not null;
        var seen = new List<TinyShelf.Row>();
        List<TinyShelf.Row> page;
        do
            seen.AddRange(page = shelf.Ask(OffsetQuery.Rows("Items", draw.Order, filtered), ("@limit", draw.Limit), ("@offset", seen.Count), ("@category", draw.Category ?? "")));
        while (page.Count > 0);

        Assert.Equal(Sorted(draw, draw.Rows), seen);
        Assert.Equal(seen.Count, shelf.Count(OffsetQuery.Count("Items", filtered), ("@category", draw.Category ?? "")));
    });

    [Fact]
    public void Timestamp_LosesTheRestOfATie_AndNothingElse() => ForEach((shelf, draw) =>
    {
        var byTime = draw with { Order = draw.Order.Descending ? SortOrder.NewestFirst : SortOrder.OldestFirst };
        var expected = new List<long>();
        for (var left = Sorted(byTime, draw.Rows).Select(row => row.CreatedAt).ToList(); left.Count > 0; left.RemoveAll(expected.Contains))
            expected.AddRange(left.Take(draw.Limit).ToList()); // whoever shares the time of a page's last row is skipped

        var seen = Walk(shelf, byTime, byTime.Order, from: null, _ => { }, TimestampQuery.Rows);

        Assert.Equal(expected, seen.Select(row => row.CreatedAt)); // which of a tie come first is nobody's promise
        Assert.Equal(seen.Distinct(), seen);
    });

    private static void ForEach(Action<TinyShelf, Draw> check) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Draws, draw =>
    {
        using var shelf = new TinyShelf();
        foreach (var row in draw.Rows)
            shelf.Put(row);
        check(shelf, draw);
    }));

    private static List<TinyShelf.Row> Walk(
        TinyShelf shelf, Draw draw, SortOrder order, TinyShelf.Row? from, Action<TinyShelf.Row> turn, Func<string, SortOrder, bool, bool, string>? query = null)
    {
        var seen = new List<TinyShelf.Row>();
        for (var last = from; ;)
        {
            var sql = (query ?? KeysetQuery.Rows)("Items", order, last is not null, draw.Category is not null);
            var page = shelf.Ask(sql, [.. Place(draw with { Order = order }, last ?? default), ("@limit", draw.Limit)]);
            if (page.Count == 0)
                return seen;
            seen.AddRange(page);
            turn(page[^1]);
            last = page[^1];
        }
    }

    private static (string, object)[] Place(Draw draw, TinyShelf.Row row) =>
        [("@value", row.Value(draw.Order.Column)), ("@id", row.Id), ("@category", draw.Category ?? "")];

    private static IEnumerable<TinyShelf.Row> Sorted(Draw draw, IEnumerable<TinyShelf.Row> rows)
    {
        var ascending = rows.Where(row => draw.Category is null || row.Category == draw.Category).OrderBy(row => row.Value(draw.Order.Column)).ThenBy(row => row.Id);
        return draw.Order.Descending ? ascending.Reverse() : ascending;
    }
}
