namespace Visualizer.Dashboard.Stage;

/// <summary>
/// What a page does in several requests. A scenario is played alone, and a reset ends whatever is under way: nothing of it is sent into the
/// run that follows. For one circuit, which calls it from one thread at a time.
/// </summary>
/// <remarks>For pages whose buttons may be pressed while something plays. Where they wait, <c>LabPage.AloneAsync</c> is for them.</remarks>
public sealed class Acts(TimeProvider real) : IDisposable
{
    /// <summary>Real time that a request which is under way is waited for. Only one that is held takes longer, and a reset releases it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly List<Task> underWay = [];
    private Stint stint = new();

    /// <summary>Acts beside what is under way.</summary>
    public Task JoinAsync(Func<Stint, Task> act) => RunAsync(act, stint);

    /// <summary>Ends what is under way, then acts; of several that are asked for meanwhile the last one does.</summary>
    public async Task AloneAsync(Func<Stint, Task> act)
    {
        var mine = await EndAsync();
        if (!mine.IsOver)
            await RunAsync(act, mine);
    }

    /// <summary>Ends what is under way, and says when its last request is over. The stint is for what comes next.</summary>
    public async Task<Stint> EndAsync()
    {
        var next = new Stint();
        stint.End();
        stint = next;
        await Task.WhenAll(underWay.ToList()).WaitAsync(Patience, real).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        return next;
    }

    /// <summary>Who leaves the page goes no further.</summary>
    public void Dispose() => stint.End();

    private async Task RunAsync(Func<Stint, Task> act, Stint mine)
    {
        var acting = GoAsync(act, mine);
        underWay.Add(acting);
        try
        {
            await acting;
        }
        finally
        {
            underWay.Remove(acting);
        }
    }

    private static async Task GoAsync(Func<Stint, Task> act, Stint mine)
    {
        try
        {
            await act(mine);
        }
        catch (OperationCanceledException) when (mine.IsOver)
        {
            // Something else has begun.
        }
    }
}
