using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Paging;

namespace Visualizer.DemoApi.Tests.Paging;

public sealed class PageTests
{
    [Fact]
    public void Cut_OneRowMoreThanAsked_SaysThatTheListGoesOn()
    {
        var page = Page<int>.Cut([1, 2, 3, 4], limit: 3, Way.Next, left: false);

        Assert.Equal([1, 2, 3], page.Rows);
        Assert.Equal((false, true), (page.HasBefore, page.HasAfter));
    }

    [Fact]
    public void Cut_ExactlyAsManyAsAsked_IsTheLastPage() => Assert.False(Page<int>.Cut([1, 2, 3], limit: 3, Way.Next, left: true).HasAfter);

    [Fact]
    public void Cut_WayBack_ShowsTheRowsInTheListsOrder()
    {
        var page = Page<int>.Cut([9, 8, 7], limit: 2, Way.Prev, left: true);

        Assert.Equal([8, 9], page.Rows);
        Assert.Equal((true, true), (page.HasBefore, page.HasAfter));
    }

    [Fact]
    public void Cut_ThereAndBack_AnyListAndLimit_IsEachRowOnceInOrder() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 60).Zip(Gen.Choose(1, 9)).ToArbitrary(),
        drawn =>
        {
            var (rows, limit) = (Enumerable.Range(0, drawn.Item1).ToList(), drawn.Item2);
            List<IReadOnlyList<int>> there = [], back = [];
            Page<int> page;
            for (var from = 0; ; from += limit)
            {
                there.Add((page = Page<int>.Cut(rows.Skip(from).Take(limit + 1), limit, Way.Next, left: from > 0)).Rows);
                if (!page.HasAfter)
                    break;
            }

            for (var until = rows.Count - page.Rows.Count; page.HasBefore; until -= limit)
                back.Insert(0, (page = Page<int>.Cut(rows.Take(until).Reverse().Take(limit + 1), limit, Way.Prev, left: true)).Rows);

            Assert.Equal(rows, there.SelectMany(r => r));
            Assert.Equal(there[..^1], back);
        }));
}
