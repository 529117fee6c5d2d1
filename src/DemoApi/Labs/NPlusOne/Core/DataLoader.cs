namespace Visualizer.DemoApi.Labs.NPlusOne.Core;

/// <summary>
/// Lets code ask for one thing at a time and the database be asked once: keys gather until the tick ends, then one batch fetches them all.
/// One for each request, so that what it remembers is never older than the request. After the idea of Facebook's DataLoader.
/// </summary>
/// <param name="fetch">Fetches many keys at once; keys that exist nowhere may be missing in what it gives.</param>
/// <remarks>Not for several threads: within a <see cref="Tick"/> one continuation runs after the other.</remarks>
internal sealed class DataLoader<TKey, TValue>(Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> fetch) : IBatch
    where TKey : notnull
    where TValue : class
{
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _asked = [];
    private List<TKey> _gathered = [];

    /// <summary>The value of a key, or null where there is none. A key asked twice is fetched once.</summary>
    public Task<TValue?> LoadAsync(TKey key)
    {
        if (_asked.TryGetValue(key, out var known))
            return known.Task;
        _gathered.Add(key);
        return (_asked[key] = new()).Task;
    }

    bool IBatch.IsWaiting => _gathered.Count > 0;

    async Task IBatch.SendAsync()
    {
        var keys = _gathered;
        _gathered = []; // whoever asks from here on waits for the next tick
        var found = await fetch(keys).ConfigureAwait(false);
        foreach (var key in keys)
            _asked[key].SetResult(found.GetValueOrDefault(key));
    }
}
