using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class PaceTests : IDisposable
{
    private readonly SandboxClock clock = new(Journaled.Start, TimeProvider.System, paused: true);
    private readonly Pace pace;
    private int done;

    public PaceTests() => pace = new(clock, TimeSpan.FromMilliseconds(500), () =>
    {
        done++;
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Ask_First_IsDoneAtOnce()
    {
        await pace.AskAsync();

        Assert.Equal(1, done);
    }

    [Fact]
    public async Task Ask_ManyInBetween_AreDoneOnceAtTheEnd()
    {
        for (var i = 0; i < 5; i++)
        {
            await pace.AskAsync();
            clock.Advance(TimeSpan.FromMilliseconds(50));
        }
        Assert.Equal(1, done);

        clock.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(2, done);

        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(2, done);
    }

    [Fact]
    public async Task Dispose_WhileWaiting_DoesNothingMore()
    {
        await pace.AskAsync();
        await pace.AskAsync();
        pace.Dispose();

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(1, done);
    }

    public void Dispose()
    {
        pace.Dispose();
        clock.Dispose();
    }
}
