using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class LaneTapeTests
{
    private static readonly DateTimeOffset Origin = Journaled.Start;

    [Fact]
    public void Since_MarkAndLevel_AreNumbersRelativeToTheOrigin()
    {
        var tape = new LaneTape(Origin);

        tape.Mark(1, MarkKind.Refused, Origin.AddMilliseconds(10_100), 7);
        tape.Level(2, new([new(Origin.ToUnixTimeMilliseconds() + 500, 2.5), new(Origin.ToUnixTimeMilliseconds() + 1000, 3)]));

        Assert.Equal([19, 10_100, 7, 47, 2, 500, 2.5, 1000, 3], tape.Since(0));
    }

    [Fact]
    public void Since_ArrivalAnsweredMeanwhile_IsLeftOut()
    {
        var tape = new LaneTape(Origin);
        tape.Mark(0, MarkKind.InFlight, Origin, 1);
        tape.Mark(0, MarkKind.InFlight, Origin, 2);
        tape.Mark(0, MarkKind.Accepted, Origin, 1);

        Assert.Equal([0, 0, 2, 1, 0, 1], tape.Since(0));
    }

    [Fact]
    public void Since_LevelsOfOneInstant_AreTheLastOne_AndThoseThatStandLongerStay()
    {
        var tape = new LaneTape(Origin);
        var start = Origin.ToUnixTimeMilliseconds();
        tape.Level(0, new([new(start, 10)]));
        tape.Level(0, new([new(start + 100, 9), new(start + 1100, 10)]));
        tape.Level(1, new([new(start + 100, 1)]));
        tape.Level(0, new([new(start + 100, 8), new(start + 2100, 10)]));

        Assert.Equal([15, 1, 0, 10, 31, 1, 100, 1, 15, 2, 100, 8, 2100, 10], tape.Since(0));
    }

    [Fact]
    public void Link_SaysWhereItLeavesAndWhenItArrives_AndAnswersNoArrival()
    {
        var tape = new LaneTape(Origin);
        tape.Mark(0, MarkKind.InFlight, Origin, 4);
        tape.Link(0, Origin.AddMilliseconds(100), 4, 2, Origin.AddMilliseconds(900), 7);

        Assert.Equal([0, 0, 4, 14, 100, 4, 2, 900, 7], tape.Since(0));
    }

    [Fact]
    public void Since_AlreadyRead_IsEmpty()
    {
        var tape = new LaneTape(Origin);
        tape.Mark(0, MarkKind.Accepted, Origin, 1);
        var end = tape.End;
        tape.Mark(0, MarkKind.Accepted, Origin, 2);

        Assert.Equal([1, 0, 2], tape.Since(end));
        Assert.Empty(tape.Since(tape.End));
    }

    [Fact]
    public void Mark_MoreThanIsKept_DropsTheOldest()
    {
        var tape = new LaneTape(Origin);
        for (var i = 0; i < LaneTape.MostRows + 10; i++)
            tape.Mark(0, MarkKind.Accepted, Origin, i);

        var rows = tape.Since(0);

        Assert.Equal((LaneTape.MostRows * 3, 10), (rows.Count, rows[2]));
    }
}
