using Bunit;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class MissionListTests : BunitContext
{
    private static readonly Mission Mission = new("first", "Go first", "Send anything.", ["Anything.", "Anything at all."], "curl", () => new AnyRequest());

    [Fact]
    public void Open_SaysHowFarItIs_AndKeepsHintsFolded()
    {
        var list = Render<MissionList>(p => p.Add(c => c.Of, [new MissionState(Mission)]));

        Assert.Equal("So far: nothing sent.", list.Find("[role=status]").TextContent);
        Assert.Equal(["Hint 1", "Hint 2", "Solution"], list.FindAll("details:not([open]) summary").Select(s => s.TextContent));
    }

    [Fact]
    public void Solved_NamesTheEventThatProvedIt()
    {
        var view = new Quiet().Fold(new Journaled().Started().Received("r1", 1, "/limits/token-bucket").Events);

        var list = Render<MissionList>(p => p.Add(c => c.Of, view.Missions));

        Assert.Equal("true", list.Find("[data-testid=mission-first]").GetAttribute("data-solved"));
        Assert.Equal("Proven by event 2, request r1.", list.Find("[role=status]").TextContent);
    }

    private sealed class Quiet() : LabView("quiet", [Mission])
    {
        protected override void Begin(DateTimeOffset at)
        {
        }

        protected override void Happened(JournalEvent e)
        {
        }
    }

    private sealed class AnyRequest : IMissionJudge
    {
        public string Progress => "nothing sent";

        public bool Proves(JournalEvent e) => e.Data is RequestReceived;
    }
}
