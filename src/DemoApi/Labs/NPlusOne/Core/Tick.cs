using System.Collections.Concurrent;

namespace Visualizer.DemoApi.Labs.NPlusOne.Core;

/// <summary>Something that gathers keys and sends them together.</summary>
internal interface IBatch
{
    bool IsWaiting { get; }

    Task SendAsync();
}

/// <summary>
/// The beat to which batches are sent. All work starts, and runs until nobody can go on without an answer; then every batch that has keys is
/// sent once. What the answers set free runs, and may ask again: that is the next tick.
/// </summary>
/// <remarks>
/// Whether nobody can go on is known, not guessed: the work's continuations come to this queue, one after the other, and a tick ends when it is
/// empty. Left to the thread pool, the first of them would meet a batch that was sent without the last.
/// </remarks>
internal sealed class Tick : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Run, object? State)> _ready = new();

    private Tick()
    {
    }

    /// <param name="work">Work that may wait for the batches and for nothing else.</param>
    /// <exception cref="InvalidOperationException">The work waits, and no batch has anything to send.</exception>
    public static async Task<IReadOnlyList<T>> AllAsync<T>(IEnumerable<Task<T>> work, params IReadOnlyList<IBatch> batches)
    {
        var tick = new Tick();
        Task<T>[] started = [];
        tick.Run(() => started = [.. work]); // each runs until its first unanswered question
        while (!started.All(task => task.IsCompleted))
        {
            var waiting = batches.Where(batch => batch.IsWaiting).ToList();
            if (waiting.Count == 0)
                throw new InvalidOperationException("The work waits for something that no batch will bring.");
            foreach (var batch in waiting)
                await batch.SendAsync().ConfigureAwait(false);
            tick.Run(() => { });
        }

        return await Task.WhenAll(started).ConfigureAwait(false);
    }

    public override void Post(SendOrPostCallback d, object? state) => _ready.Enqueue((d, state));

    /// <summary>Runs the action and all that becomes ready, on this thread, until nothing is.</summary>
    private void Run(Action action)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
            while (_ready.TryDequeue(out var next))
                next.Run(next.State);
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
