using Bunit;
using Visualizer.Dashboard.Labs.ErrorContracts;
using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Tests.Labs.ErrorContracts;

public sealed class ErrorContractsPartsTests : BunitContext
{
    [Fact]
    public void Tree_IsTheListThatRequestsAreLedThrough_LitByTheLatest()
    {
        var tree = Render<DecisionTree>(p => p.Add(c => c.View, new GateStory().Stopped("r1", 3, 403).Fold()));

        Assert.Equal(GateCatalogue.All.Select(gate => gate.Question), tree.FindAll("[data-testid^=gate-] .question").Select(question => question.TextContent));
        Assert.Equal(["open", "open", "stop", "dark", "dark", "dark", "dark", "dark"], tree.FindAll("[data-testid^=gate-]").Select(gate => gate.GetAttribute("data-state")));
        Assert.StartsWith("403", Assert.Single(tree.FindAll(".hit")).TextContent, StringComparison.Ordinal);
        Assert.Equal("gate-3", tree.Find("[aria-current=step]").GetAttribute("data-testid"));
    }

    [Fact]
    public void Tree_AfterABug_LightsWhatIsBehindTheLastGate()
    {
        var tree = Render<DecisionTree>(p => p.Add(c => c.View, new GateStory().Passed("r1", 500).Fold()));
        Assert.StartsWith("500", Assert.Single(tree.FindAll(".hit")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ShownFiles_AreTheSourceThatRuns() => Assert.All(
        ErrorContractsLesson.Lesson.Files.Concat(ErrorContractsLesson.WrongFiles),
        file => Assert.Contains("namespace Visualizer.DemoApi.Labs.ErrorContracts.Core", DemoApi.Labs.CoreSource.Read("ErrorContracts", file), StringComparison.Ordinal));

    [Fact]
    public void Switches_ToggleOneAndKeepTheOthers()
    {
        IReadOnlyList<Fault>? told = null;
        var switches = Render<FaultSwitches>(p => p.Add(c => c.Chosen, [Fault.UnknownId]).Add(c => c.ChosenChanged, faults => told = faults));

        switches.Find("[data-testid=fault-no-token]").Click();
        Assert.Equal([Fault.NoToken, Fault.UnknownId], told);
        switches.Find("[data-testid=fault-unknown-id]").Click();
        Assert.Equal([], told);
        Assert.Equal("true", switches.Find("[data-testid=fault-unknown-id]").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void Table_TellsWhyTheParserFailed_AndLeadsToTheExchange()
    {
        long opened = 0;
        var view = new GateStory().Mistaken("r1", Mistakes.TooLarge, true, 413, "text/html; charset=utf-8", "<html>").Fold();
        var table = Render<ContractTable>(p => p.Add(c => c.View, view).Add(c => c.Opened, number => opened = number));

        var cell = table.Find("button.read");
        Assert.Contains("text/html is no problem document", cell.TextContent, StringComparison.Ordinal);
        cell.Click();
        Assert.Equal(1, opened);
        Assert.Equal("0/1", table.Find("[data-testid=messy-score]").TextContent);
    }

    [Fact]
    public void Faults_AreReadFromAnAddress_WhateverStandsThere()
    {
        Assert.Equal([Fault.NoToken, Fault.InvalidField], Fault.Read("invalid-field.no-token.nonsense"));
        Assert.Empty(Fault.Read(null));
        Assert.Equal("no-token.invalid-field", Fault.Write([Fault.NoToken, Fault.InvalidField]));
        Assert.Null(Fault.Write([]));
    }
}
