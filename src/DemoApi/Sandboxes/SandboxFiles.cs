using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>What brings a sandbox back besides its database.</summary>
/// <param name="Clock">The clock when it was saved; null for a sandbox that is new.</param>
/// <param name="SavedAt">Real time of that reading.</param>
internal sealed record SandboxMemo(SandboxOrder Order, int Epoch, byte[] Secret, ClockReading? Clock, DateTimeOffset SavedAt)
{
    /// <summary>What the clock shows at a real time: it ran on while nobody served it, unless it was paused.</summary>
    public ClockReading? ClockAt(DateTimeOffset real) => Clock is not { Paused: false } running || real <= SavedAt
        ? Clock
        : running with { Now = running.Now.AddTicks((long)Math.Min((real - SavedAt).Ticks * running.Rate, (LatestTime - running.Now).Ticks)) };

    private static DateTimeOffset LatestTime => new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}

/// <summary>
/// Sandboxes on disk: for each a database and a memo, named by the hash of its id, so that a listing of the folder opens none.
/// Only their owner may read them where the system knows owners.
/// </summary>
internal sealed class SandboxFiles
{
    private const string Memos = ".json";
    private readonly string _folder;
    private readonly TimeProvider _real;

    public SandboxFiles(string folder, TimeProvider real)
    {
        (_folder, _real) = (Path.GetFullPath(folder), real);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_folder);
        else
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string DatabaseOf(string id) => PathOf(id, ".db");

    /// <summary>Writes the memo in one step: whoever reads it reads all of the old or all of the new.</summary>
    public void Save(string id, SandboxMemo memo)
    {
        var path = PathOf(id, Memos);
        File.WriteAllBytes($"{path}.new", JsonSerializer.SerializeToUtf8Bytes(memo));
        File.Move($"{path}.new", path, overwrite: true);
    }

    /// <summary>The memo of a sandbox that was used within the idle time, or null.</summary>
    public SandboxMemo? Read(string id, TimeSpan idleTime)
    {
        var path = PathOf(id, Memos);
        if (!File.Exists(path) || !File.Exists(DatabaseOf(id)) || IdleFor(path) > idleTime)
            return null;
        try
        {
            return JsonSerializer.Deserialize<SandboxMemo>(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            return null; // of another version; it is cleared away when its time is over
        }
    }

    public void Delete(string id) => DeleteAll(PathOf(id, ""));

    /// <summary>Clears away what is in nobody's hands and was not written for longer than the idle time.</summary>
    public void DeleteForgotten(TimeSpan idleTime, IEnumerable<string> alive)
    {
        var held = alive.Select(id => PathOf(id, "")).ToHashSet(StringComparer.Ordinal);
        foreach (var memo in Directory.EnumerateFiles(_folder, $"*{Memos}"))
        {
            var path = memo[..^Memos.Length];
            if (!held.Contains(path) && IdleFor(memo) > idleTime)
                DeleteAll(path);
        }
    }

    // An order that is written touches the database alone, a clock that is set the memo alone.
    private TimeSpan IdleFor(string memo)
    {
        var (one, other) = (File.GetLastWriteTimeUtc(memo), File.GetLastWriteTimeUtc($"{memo[..^Memos.Length]}.db"));
        return _real.GetUtcNow().UtcDateTime - (one > other ? one : other);
    }

    private static void DeleteAll(string path)
    {
        foreach (var end in (string[])[".db", ".db-journal", Memos])
            File.Delete(path + end);
    }

    private string PathOf(string id, string end) => Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id)).AsSpan(0, 16)) + end);
}
