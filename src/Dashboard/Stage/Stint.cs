namespace Visualizer.Dashboard.Stage;

/// <summary>The right to go on with what a page does in several requests: asked before each of them. <see cref="Acts"/> gives and ends it.</summary>
/// <remarks>No token for the requests themselves: one that is given up would still be at work in the server when the next run begins.</remarks>
public sealed class Stint
{
    private readonly TaskCompletionSource end = new();

    public bool IsOver => end.Task.IsCompleted;

    /// <exception cref="OperationCanceledException">It is over.</exception>
    public void Ask()
    {
        if (IsOver)
            throw new OperationCanceledException();
    }

    /// <summary>Lets real time pass, so that eyes can follow.</summary>
    /// <exception cref="OperationCanceledException">It is over.</exception>
    public async Task RestAsync(TimeSpan time, TimeProvider real)
    {
        await Task.WhenAny(Task.Delay(time, real), end.Task);
        Ask();
    }

    internal void End() => end.TrySetResult();
}
