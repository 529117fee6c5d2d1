namespace Visualizer.DemoApi.SharedCache.Core;

/// <summary>The copies a cache holds: few and small, the one unused for longest makes room. One caller at a time.</summary>
/// <param name="honoursVary">False makes the mistake on purpose: one copy a target, whoever asks.</param>
internal sealed class ResponseStore(bool honoursVary, int mostCopies = ResponseStore.MostCopies, long mostBytes = ResponseStore.MostBytes)
{
    public const int MostCopies = 64;
    public const long MostBytes = 512 * 1024;

    private readonly List<Copy> _copies = []; // used last first

    private sealed record Copy(string Target, IReadOnlyList<KeyValuePair<string, string?>> Selectors, StoredResponse Response);

    /// <summary>Counts invalidations. An answer that was asked for before one must not be kept after it.</summary>
    public long Generation { get; private set; }

    /// <summary>The newest copy that fits the request, and whether there are others of the same target (RFC 9111 §4.1).</summary>
    public (StoredResponse? Copy, bool OtherVariants) Find(CacheRequest request)
    {
        var ofTarget = _copies.Where(copy => copy.Target == request.Target).ToList();
        var fitting = ofTarget.Where(copy => Fits(copy, request)).MaxBy(copy => copy.Response.Received);
        if (fitting is not null)
        {
            _copies.Remove(fitting);
            _copies.Insert(0, fitting);
        }

        return (fitting?.Response, fitting is null && ofTarget.Count > 0);
    }

    /// <summary>Keeps a response in place of the copy that fitted the same request; false where it is too large, or came too late.</summary>
    public bool Keep(CacheRequest request, StoredResponse response, long generation)
    {
        if (generation != Generation || response.Body.Length > mostBytes)
            return false;
        _copies.RemoveAll(copy => copy.Target == request.Target && Fits(copy, request));
        _copies.Insert(0, new(request.Target, SelectorsOf(request, response), response));
        while (_copies.Count > mostCopies || _copies.Sum(copy => (long)copy.Response.Body.Length) > mostBytes)
            _copies.RemoveAt(_copies.Count - 1);
        return true;
    }

    /// <summary>Drops every copy of a target (RFC 9111 §4.4), or all; answers how many there were.</summary>
    public int Drop(string? target = null)
    {
        Generation++;
        return _copies.RemoveAll(copy => target is null || copy.Target == target);
    }

    /// <summary>What the request said in the fields that <c>Vary</c> names: the second half of the key.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> SelectorsOf(CacheRequest request, StoredResponse response) => honoursVary
        ? [.. (response.Fields["Vary"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new KeyValuePair<string, string?>(name, request.Fields[name]))]
        : [];

    private static bool Fits(Copy copy, CacheRequest request) => copy.Selectors.All(selector => request.Fields[selector.Key] == selector.Value);
}
