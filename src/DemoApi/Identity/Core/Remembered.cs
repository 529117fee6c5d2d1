namespace Visualizer.DemoApi.Identity.Core;

/// <summary>A dictionary with an end: the oldest entry makes room, and is told so. Not safe for two writers; its owner has the lock.</summary>
internal sealed class Remembered<T>(int most, Action<T> forgotten)
    where T : class
{
    private readonly Dictionary<string, T> _byName = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = new();

    public IEnumerable<T> All => _byName.Values;

    public T? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds a name that is not there yet.</summary>
    public void Add(string name, T value)
    {
        _byName.Add(name, value);
        _oldestFirst.Enqueue(name);
        if (_oldestFirst.Count > most && _byName.Remove(_oldestFirst.Dequeue(), out var oldest))
            forgotten(oldest);
    }
}
