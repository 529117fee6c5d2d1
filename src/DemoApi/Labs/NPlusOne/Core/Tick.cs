namespace Visualizer.DemoApi.Labs.NPlusOne.Core;

/// <summary>Something that gathers keys and sends them together.</summary>
internal interface IBatch
{
    bool IsWaiting { get; }

    Task SendAsync();
}

/// <summary>
/// The beat to which batches are sent. All work starts, and runs until nobody can go on without an answer; then every batch that has keys is
/// sent once. What the answers set free may ask again: that is the next tick.
/// </summary>
internal static class Tick
{
    /// <param name="work">Work that may wait for the batches and for nothing else.</param>
    /// <exception cref="InvalidOperationException">The work waits, and no batch has anything to send.</exception>
    public static async Task<IReadOnlyList<T>> AllAsync<T>(IEnumerable<Task<T>> work, params IReadOnlyList<IBatch> batches)
    {
        Task<T>[] started = [.. work]; // each runs until its first unanswered question
        while (!started.All(task => task.IsCompleted))
        {
            var waiting = batches.Where(batch => batch.IsWaiting).ToList();
            if (waiting.Count == 0)
                throw new InvalidOperationException("The work waits for something that no batch will bring.");
            foreach (var batch in waiting)
                await batch.SendAsync();
        }

        return await Task.WhenAll(started);
    }
}
