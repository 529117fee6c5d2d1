using Visualizer.Dashboard.Labs.Pagination;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Labs.Pagination;

public sealed class PaginationMissionsTests
{
    private readonly JournaledList list = new();

    private MissionState State(string key) => list.View.Missions.Single(m => m.Mission.Key == key);

    [Theory]
    [InlineData(100, true)]
    [InlineData(1, false)] // the last row is gone, and nothing moved
    public void Unseen_ARowThatStayedWasInNoPage(long removed, bool solved)
    {
        list.ByOffset(0).Remove(removed);
        for (var offset = 10; offset <= 100; offset += 10)
            list.ByOffset(offset);

        Assert.Equal(solved, State("unseen").Solved);
    }

    [Fact]
    public void Unseen_WhoStopsEarly_ProvesNothing()
    {
        list.ByOffset(0).Remove(100).ByOffset(10);

        Assert.Equal((false, "1 passed by so far"), (State("unseen").Solved, State("unseen").Progress));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    public void Once_ByCursor_WhileFiveComeAndGo(int changes, bool solved)
    {
        list.ByCursor(null).Add(5).Remove([.. Enumerable.Range(91, changes).Select(id => (long)id)]);
        for (var behind = 91; behind > 1; behind -= 10)
            list.ByCursor(behind);

        Assert.Equal(solved, State("once").Solved);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Tie_FiveRowsLost(bool unsafely, bool solved)
    {
        list.Add(10).ByCursor(null, 5, unsafely).ByCursor(106, 100, unsafely).ByCursor(6, 100, unsafely);

        Assert.Equal(solved, State("tie").Solved);
    }

    [Theory]
    [InlineData(900_000, 297, true)]
    [InlineData(899_999, 297, false)]
    [InlineData(900_000, 30_000, false)]
    public void Deep_TheCursorCostsAHundredth(long row, long steps, bool solved)
    {
        list.Archive(row, 1_000_000 - row, 2_700_211).Archive(null, 1_000_000 - row, steps);

        Assert.Equal(solved, State("deep").Solved);
    }

    [Fact]
    public void Texts_AreWhole()
    {
        var wrong = PaginationLesson.Prediction.Options.Where(o => !o.IsRight).Select(o => o.Explanation).ToList();
        Assert.Equal(PaginationLesson.Prediction.Options.Count - 1, wrong.Distinct(StringComparer.Ordinal).Count(text => text.Length > 0));
        Assert.All(PaginationBugHunt.Hunt.Bugs, bug => Assert.InRange(bug.Line, 1, PaginationBugHunt.Hunt.Code.Split('\n').Length));
        Assert.All(PaginationLesson.Lesson.Files, file => Assert.NotEmpty(DemoApi.Labs.CoreSource.Read("Pagination", file)));
    }
}
