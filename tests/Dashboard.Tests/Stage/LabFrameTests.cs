using Bunit;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class LabFrameTests : BunitContext
{
    [Fact]
    public void LabFrame_Filled_ReadsQuestionStageControlsWireLesson()
    {
        var frame = Render<LabFrame>(p => p
            .Add(f => f.Question, "Why?").Add(f => f.Stage, "stage").Add(f => f.Numbers, "numbers").Add(f => f.Actions, "send")
            .Add(f => f.Dials, "dials").Add(f => f.Wire, "wire").Add(f => f.Side, "lesson").Add(f => f.Sentence, "so"));

        Assert.Equal(["Why?", "stage", "numbers", "so", "send", "dials", "wire", "lesson"],
            frame.FindAll("h1, .picture, .numbers, .sentence, .actions, .dials, .wire, .lesson").Select(part => part.TextContent));
        Assert.Equal(["Stage", "Controls", "The wire"], frame.FindAll("[aria-label]").Select(part => part.GetAttribute("aria-label")));
    }

    [Fact]
    public void LabFrame_WithoutOptionalParts_HasNoEmptyBoxes()
    {
        var frame = Render<LabFrame>(p => p.Add(f => f.Question, "Why?").Add(f => f.Stage, "stage").Add(f => f.Actions, "send"));

        Assert.Empty(frame.FindAll(".numbers, .dials, .wire, .lesson, .sentence"));
    }

    [Fact]
    public void LabFrame_OnAProjector_KeepsPictureAndSentenceOnly()
    {
        var frame = Render<LabFrame>(p => p
            .Add(f => f.Question, "Why?").Add(f => f.Stage, "stage").Add(f => f.Actions, "send").Add(f => f.Wire, "wire").Add(f => f.Sentence, "so"));

        Assert.All(frame.FindAll(".dock, .wire"), part => Assert.Contains("projector-hide", part.ClassList));
        Assert.Contains("projector-only", frame.Find(".sentence").ClassList);
        Assert.DoesNotContain("projector-hide", frame.Find(".stage").ClassList);
    }
}
