using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>What one node has, and what is on its way to it.</summary>
public sealed class ConsistencyNode(int index, string name)
{
    private readonly Dictionary<long, long> versions = [];
    private readonly List<EntryDue> coming = [];

    public int Index { get; } = index;

    public string Name { get; } = name;

    /// <summary>Reads that this node's answer counted for.</summary>
    public int Reads { get; private set; }

    /// <summary>Those of them that were outdated.</summary>
    public int Old { get; private set; }

    /// <summary>Entries of the log that it lacks.</summary>
    public int Waiting => coming.Count;

    /// <summary>The version of a post on this node; 0 where it has none.</summary>
    public long VersionOf(long post) => versions.GetValueOrDefault(post, post <= ConsistencyWords.SeededPosts ? 1 : 0);

    /// <summary>The version from now on, if nothing else happens; where <paramref name="since"/> is given, also how it was before.</summary>
    public LevelForecast Forecast(long post, DateTimeOffset now, (DateTimeOffset From, long Version)? since = null)
    {
        var version = VersionOf(post);
        List<LevelPoint> corners = since is { } past ? [At(past.From, past.Version), At(now, past.Version), At(now, version)] : [At(now, version)];
        foreach (var entry in coming.Where(c => c.Post == post && c.AtMs is not null).OrderBy(c => c.AtMs).ThenBy(c => c.Lsn))
        {
            corners.Add(new(entry.AtMs!.Value, version));
            corners.Add(new(entry.AtMs.Value, version = Math.Max(version, entry.Version)));
        }

        return new(corners);

        static LevelPoint At(DateTimeOffset at, long level) => new(at.ToUnixTimeMilliseconds(), level);
    }

    internal void Have(long post, long version) => versions[post] = Math.Max(VersionOf(post), version);

    internal void Expect(EntryDue entry) => coming.Add(entry);

    internal void ExpectNothing() => coming.Clear();

    internal void Receive(EntryReplicated entry)
    {
        coming.RemoveAll(c => c.Lsn == entry.Lsn);
        Have(entry.Post, entry.Version);
    }

    internal void Count(bool old)
    {
        Reads++;
        Old += old ? 1 : 0;
    }
}
