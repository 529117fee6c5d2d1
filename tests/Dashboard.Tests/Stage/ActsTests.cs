using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class ActsTests : IDisposable
{
    private readonly Acts acts = new(TimeProvider.System);
    private readonly List<string> sent = [];

    public void Dispose() => acts.Dispose();

    [Fact]
    public async Task Alone_EndsWhatIsUnderWay_AndBeginsWhenItsRequestIsOver()
    {
        var request = new TaskCompletionSource();
        var first = acts.AloneAsync(stint => PlayAsync("first", stint, request.Task));
        var second = acts.AloneAsync(stint => PlayAsync("second", stint, Task.CompletedTask));
        Assert.Equal(["first 1"], sent);
        request.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(["first 1", "second 1", "second 2"], sent);
    }

    [Fact]
    public async Task OfSeveralAskedForMeanwhile_TheLastIsPlayed()
    {
        var request = new TaskCompletionSource();
        Task[] all =
        [
            acts.JoinAsync(stint => PlayAsync("first", stint, request.Task)),
            acts.AloneAsync(stint => PlayAsync("second", stint, Task.CompletedTask)),
            acts.AloneAsync(stint => PlayAsync("third", stint, Task.CompletedTask)),
        ];
        request.SetResult();
        await Task.WhenAll(all);

        Assert.Equal(["first 1", "third 1", "third 2"], sent);
    }

    [Fact]
    public async Task Joined_GoOnBesideEachOther_UntilAllAreEnded()
    {
        var request = new TaskCompletionSource();
        Task[] all = [acts.JoinAsync(stint => PlayAsync("one", stint, Task.CompletedTask)), acts.JoinAsync(stint => PlayAsync("other", stint, request.Task))];
        var ended = acts.EndAsync();
        request.SetResult();

        Assert.False((await ended).IsOver);
        await Task.WhenAll(all);
        Assert.Equal(["one 1", "one 2", "other 1"], sent);
    }

    [Fact]
    public async Task Rest_IsOverWithTheStint()
    {
        var resting = acts.AloneAsync(stint => stint.RestAsync(TimeSpan.FromHours(1), TimeProvider.System));
        await acts.EndAsync();
        await resting;
    }

    private async Task PlayAsync(string who, Stint stint, Task request)
    {
        sent.Add($"{who} 1");
        await request;
        stint.Ask();
        sent.Add($"{who} 2");
    }
}
