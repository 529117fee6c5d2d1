using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class LabViewTests
{
    [Fact]
    public void Fold_TheSameEventTwice_CountsOnce()
    {
        var journal = new Journaled().Started().Add(100, new Rang(), "bells");
        var view = new Bells().Fold(journal.Events).Fold(journal.Events);

        Assert.Equal((1, 2L), (view.Rung, view.LastEvent));
    }

    [Fact]
    public void Fold_AnotherLabsEvents_ChangeNothing()
    {
        var view = new Bells().Fold(new Journaled().Started().Add(1, new Rang(), "drums").Received("r1", 2, "/limits/token-bucket").Events);

        Assert.Equal((0, 0L), (view.Rung, view.Wire.Total));
    }

    [Fact]
    public void Fold_Reset_BeginsARunAtItsWholeSecond()
    {
        var journal = new Journaled().Started().Add(100, new Rang(), "bells").Started(epoch: 1, atMs: 3_456, lab: "bells").Add(3_500, new Rang(), "bells");
        var view = new Bells().Fold(journal.Events);

        Assert.Equal((1, 2, 1), (view.Rung, view.Run, view.Epoch));
        Assert.Equal(Journaled.At(3_000), view.Origin);
    }

    [Fact]
    public void Fold_ResetOfAnotherLab_LeavesTheRun()
    {
        var view = new Bells().Fold(new Journaled().Started().Add(100, new Rang(), "bells").Started(epoch: 1, atMs: 200, lab: "drums").Events);

        Assert.Equal((1, 1, 1), (view.Rung, view.Run, view.Epoch));
    }

    [Fact]
    public void Mission_Proven_StaysSolvedWhateverIsReset()
    {
        var view = new Bells().Fold(new Journaled().Started().Add(1, new Rang(), "bells").Events);
        Assert.Equal((false, "1 of 2"), (view.Missions[0].Solved, view.Missions[0].Progress));

        view.Fold(new Journaled().Started().Add(1, new Rang(), "bells").Add(2, new Rang(), "bells", "r7").Started(epoch: 1, atMs: 9).Events);

        Assert.Equal("r7", view.Missions[0].Proof?.RequestId);
        Assert.Equal(("", 0), (view.Missions[0].Progress, view.Rung));
    }

    [Fact]
    public void LookBack_AnEventOfTheRun_IsTheViewAsItWasThen()
    {
        var journal = new Journal();
        journal.Append(Journaled.Start, new SandboxStarted(0, 42, null, new(Journaled.Start, 1, false)));
        journal.Append(Journaled.At(1), new Rang(), "bells");
        journal.Append(Journaled.At(2), new SandboxStarted(1, 42, "bells", new(Journaled.At(2), 1, false)), "bells");
        journal.Append(Journaled.At(3), new Rang(), "bells");
        journal.Append(Journaled.At(4), new Rang(), "drums");
        journal.Append(Journaled.At(5), new Rang(), "bells");
        var now = new Bells().Fold(journal.After(0, 100).Events);
        var lookBack = new LookBack(journal, () => new Bells());

        Assert.Equal(3, lookBack.Run(now).Count); // its beginning and two rings
        Assert.Equal((1, 2, 3), (((Bells)lookBack.At(now, 2)!.View).Rung, now.Rung, lookBack.At(now, 2)!.Count));
        Assert.Null(lookBack.At(now, 4));
    }

    [Fact]
    public void LookBack_BetweenTwoMilliseconds_StandsBehindTheEvent()
    {
        var journal = new Journal();
        journal.Append(Journaled.Start, new SandboxStarted(0, 42, null, new(Journaled.Start, 1, false)));
        journal.Append(Journaled.At(1_697).AddTicks(6_000), new Rang(), "bells"); // a tape's mark stands at 1,698
        var now = new Bells().Fold(journal.After(0, 100).Events);

        Assert.Equal(1_698, new LookBack(journal, () => new Bells()).At(now, 2)!.AtMs);
    }

    [Fact]
    public void LookBack_BeginningDropped_HasNothingToShow()
    {
        var journal = new Journal(capacity: 2);
        for (var i = 0; i < 3; i++)
            journal.Append(Journaled.At(i), i == 0 ? new SandboxStarted(0, 42, null, new(Journaled.Start, 1, false)) : new Rang(), i == 0 ? null : "bells");

        Assert.Empty(new LookBack(journal, () => new Bells()).Run(new Bells().Fold(journal.After(0, 9).Events)));
    }

    private sealed record Rang : IEventData;

    private sealed class Bells() : LabView("bells", [new Mission("ring", "Ring twice", "", [], "", () => new Twice())])
    {
        public int Rung { get; private set; }

        protected override void Begin(DateTimeOffset at) => Rung = 0;

        protected override void Happened(JournalEvent e) => Rung++;
    }

    private sealed class Twice : IMissionJudge
    {
        private int rung;

        public string Progress => $"{rung} of 2";

        public bool Proves(JournalEvent e) => e.Data is Rang && ++rung == 2;
    }
}
