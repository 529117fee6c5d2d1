using Microsoft.JSInterop;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public class DrawingTests
{
    [Fact]
    public async Task Run_AskedMeanwhile_IsServedByTheRunUnderWay()
    {
        var (calls, slow) = (0, new TaskCompletionSource<bool>());
        var drawing = new Drawing(() => ++calls == 1 ? slow.Task : Task.FromResult(false));

        var first = drawing.RunAsync();
        await drawing.RunAsync();
        Assert.Equal(1, calls);

        slow.SetResult(true);
        await first;
        Assert.Equal(2, calls); // it looked again, since there was something
    }

    [Fact]
    public async Task Run_ConnectionAway_TriesAgainWhenAskedAgain()
    {
        var calls = 0;
        var drawing = new Drawing(() => ++calls == 1 ? Task.FromException<bool>(new JSDisconnectedException("away")) : Task.FromResult(false));

        await drawing.RunAsync();
        await drawing.RunAsync();

        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task Run_FaultOfTheScript_IsNotHidden() =>
        await Assert.ThrowsAsync<JSException>(() => new Drawing(() => Task.FromException<bool>(new JSException("a bug"))).RunAsync());
}
