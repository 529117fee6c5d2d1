namespace Visualizer.Dashboard.Stage;

/// <summary>The most instants that fell into any half-open span of a fixed length, wherever it starts.</summary>
public sealed class BusiestSpan(TimeSpan length)
{
    private readonly Queue<DateTimeOffset> within = new();

    /// <summary>The most so far; 0 before the first.</summary>
    public int Most { get; private set; }

    /// <summary>Counts one more instant; instants come in order.</summary>
    public void Add(DateTimeOffset at)
    {
        while (within.TryPeek(out var first) && at - first >= length)
            within.Dequeue();
        within.Enqueue(at);
        Most = Math.Max(Most, within.Count);
    }
}
