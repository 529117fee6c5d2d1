using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Visualizer.DemoApi.Data;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>All living sandboxes, found by the hash of their id and never listed.</summary>
public sealed partial class SandboxStore : IDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Sandbox> _alive = new(StringComparer.Ordinal);
    private readonly ShopTemplates _templates = new();
    private readonly SandboxOptions _options;
    private readonly SandboxFiles? _files;
    private readonly Lock _waking = new(); // one sandbox is not woken twice, nor while it is ended
    private readonly TimeProvider _real;
    private readonly ILogger _log;
    private readonly ITimer _sweep;

    public SandboxStore(IOptions<SandboxOptions> options, TimeProvider real, ILogger<SandboxStore>? log = null)
    {
        (_options, _real, _log) = (options.Value, real, log ?? NullLogger<SandboxStore>.Instance);
        _files = _options.Path is { Length: > 0 } folder ? new(folder, real) : null;
        _sweep = real.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    public int Count => _alive.Count;

    /// <summary>Makes one; null where the house is full (then room is made by expiry alone).</summary>
    public Sandbox? Create(SandboxOrder order)
    {
        if (_alive.Count >= _options.MaxAlive)
            return null;
        var sandbox = new Sandbox(SandboxId.New(), order, _templates, _real, LogFault, _files);
        _alive[sandbox.Id] = sandbox;
        return sandbox;
    }

    /// <summary>Finds a living sandbox and puts off its expiry.</summary>
    public bool TryUse(string id, [NotNullWhen(true)] out Sandbox? sandbox)
    {
        if (!_alive.TryGetValue(id, out sandbox) && (sandbox = Wake(id)) is null)
            return false;
        if (sandbox.Idle > _options.IdleTime)
        {
            Remove(id);
            sandbox = null;
            return false;
        }

        sandbox.Touch();
        return true;
    }

    /// <summary>Ends a sandbox: requests on it are refused from now on, waiting ones sent away.</summary>
    public bool Remove(string id)
    {
        lock (_waking) // or a request in between would wake it, from files that are about to go
        {
            if (!_alive.TryRemove(id, out var sandbox))
                return false;
            sandbox.Dispose();
            _files?.Delete(id);
            return true;
        }
    }

    /// <summary>When a sandbox expires if nobody asks for it again, in real time.</summary>
    public DateTimeOffset ExpiresAt(Sandbox sandbox) => _real.GetUtcNow() - sandbox.Idle + _options.IdleTime;

    public void Dispose()
    {
        _sweep.Dispose();
        foreach (var sandbox in _alive.Values)
            sandbox.Dispose(); // its files stay
        _alive.Clear();
        _templates.Dispose();
    }

    /// <summary>Takes up a sandbox that an earlier process left in the folder; null where there is none, or none that this version can read.</summary>
    private Sandbox? Wake(string id)
    {
        if (_files is null || !SandboxId.IsWellFormed(id))
            return null;
        lock (_waking)
        {
            if (_alive.TryGetValue(id, out var woken))
                return woken;
            if (_alive.Count >= _options.MaxAlive || _files.Read(id, _options.IdleTime) is not { } memo)
                return null;
            var shop = ShopDatabase.Open(_files.DatabaseOf(id));
            if (!_templates.Fits(shop, memo.Order.Seed, memo.Order.Start))
            {
                shop.Dispose();
                _files.Delete(id);
                return null;
            }

            return _alive[id] = new Sandbox(id, memo, shop, _templates, _real, LogFault, _files);
        }
    }

    /// <summary>Ends what is idle too long, and then, while all together hold too much, what is idle longest.</summary>
    internal void Sweep()
    {
        foreach (var (id, sandbox) in _alive)
        {
            if (sandbox.Idle > _options.IdleTime)
                Remove(id);
        }

        _files?.DeleteForgotten(_options.IdleTime, _alive.Keys);
        var sizes = _alive.Values.Select(s => (s.Id, s.Idle, s.Bytes)).ToList();
        var excess = sizes.Sum(s => s.Bytes) - (_options.MemoryMegabytes * 1024L * 1024);
        foreach (var (id, _, bytes) in sizes.OrderByDescending(s => s.Idle))
        {
            if (excess <= 0)
                break;
            Remove(id);
            excess -= bytes;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A timer of a sandbox ended in an unexpected fault")]
    private partial void LogFault(Exception fault);
}
