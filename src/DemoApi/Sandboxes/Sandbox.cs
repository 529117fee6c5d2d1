using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>One learner's own world: data, clock, journal and the state of every lab, apart from all others.</summary>
public sealed class Sandbox : IDisposable
{
    // One reset or end at a time. Taken before the other one, and never by a timer: the clock waits for the callback that runs.
    private readonly Lock _renewal = new();
    private readonly Lock _gate = new(); // guards the states and the epoch
    private readonly Dictionary<Type, (string Lab, object State)> _states = [];
    private readonly ShopTemplates _templates;
    private readonly ClockReading _firstClock;
    private readonly TimeProvider _real;
    private readonly SandboxFiles? _files;
    private readonly Lock _saving = new(); // so that what is read last is written last
    private readonly long _shopBytes;
    private long _lastRequest;
    private long _lastUsed;
    private bool _disposed;

    /// <param name="faulted">Told what timer callbacks throw; on a live clock nobody else could catch it.</param>
    /// <param name="files">Where it is kept beyond the end of the process, or null.</param>
    internal Sandbox(string id, SandboxOrder order, ShopTemplates templates, TimeProvider real, Action<Exception> faulted, SandboxFiles? files = null)
        // The copy before the clock begins to run: the first of its seed takes a while.
        : this(id, new(order, 0, RandomNumberGenerator.GetBytes(32), null, default), templates.Copy(id, order.Seed, order.Start, files?.DatabaseOf(id)), templates, real, faulted, files)
    {
    }

    /// <param name="memo">What is known of it; without a clock it is new.</param>
    internal Sandbox(
        string id, SandboxMemo memo, ShopDatabase shop, ShopTemplates templates, TimeProvider real, Action<Exception> faulted, SandboxFiles? files)
    {
        (Id, Seed, Epoch, Secret, Shop, _templates, _real, _files) = (id, memo.Order.Seed, memo.Epoch, memo.Secret, shop, templates, real, files);
        _firstClock = new ClockReading(memo.Order.Start, 1, memo.Order.Paused);
        var clock = memo.ClockAt(real.GetUtcNow()) ?? _firstClock;
        Clock = new SandboxClock(clock.Now, real, clock.Rate, clock.Paused, faulted);
        Held = new HeldRequests(Clock, real);
        _shopBytes = Shop.Bytes;
        _lastUsed = real.GetTimestamp();
        Start(lab: null, restored: memo.Clock is not null);
        Save();
    }

    public string Id { get; }

    public int Seed { get; }

    /// <summary>Sandbox time at its birth, which a reset brings back.</summary>
    public DateTimeOffset BornAt => _firstClock.Now;

    /// <summary>Counts resets: what was begun in an older epoch is stale.</summary>
    public int Epoch { get; private set; }

    public SandboxClock Clock { get; }

    public Journal.Journal Journal { get; } = new();

    public HeldRequests Held { get; }

    internal ShopDatabase Shop { get; }

    /// <summary>256 random bits that never leave: whoever needs a key of this sandbox derives it from them, under a purpose of its own.</summary>
    internal byte[] Secret { get; }

    /// <summary>It was deleted, or has expired: what still runs in it may finish, and finds no data.</summary>
    public bool Ended => Volatile.Read(ref _disposed);

    /// <summary>Requests of the demo API so far, in all epochs.</summary>
    public long Exchanges => Interlocked.Read(ref _lastRequest);

    /// <summary>Real time since anything last asked for this sandbox.</summary>
    public TimeSpan Idle => _real.GetElapsedTime(Interlocked.Read(ref _lastUsed));

    /// <summary>An estimate of what the sandbox holds in memory, in bytes.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
                return _shopBytes + Journal.Weight + _states.Values.Sum(known => (known.State as IHeavyState)?.Bytes ?? 0);
        }
    }

    /// <summary>A lab's state, made on first use.</summary>
    public T State<T>()
        where T : class, ILabState<T>
    {
        lock (_gate)
        {
            if (_states.TryGetValue(typeof(T), out var known))
                return (T)known.State;
            var state = T.Create(this);
            _states.Add(typeof(T), (T.Lab, state));
            return state;
        }
    }

    /// <summary>The clock, read in one piece.</summary>
    public ClockReading ReadClock() => Clock.State;

    /// <summary>Sets rate and pause, and tells the journal.</summary>
    public ClockReading SetClock(decimal rate, bool paused) => Told(Clock.Set(rate, paused));

    /// <summary>Jumps forward, firing every due timer in order, and tells the journal.</summary>
    public ClockReading AdvanceClock(TimeSpan by) => Told(Clock.Advance(by));

    /// <summary>Everything as new, or one lab's state alone; waiting requests are sent away first.</summary>
    /// <param name="lab">A lab's slug, or null for data, clock and all labs.</param>
    /// <param name="tables">What of the data is that lab's own.</param>
    /// <returns>False where the sandbox has ended in the meantime.</returns>
    public bool Reset(string? lab, params IReadOnlyList<string> tables)
    {
        lock (_renewal)
        {
            if (_disposed)
                return false;
            Held.ReleaseAll();
            if (lab is null)
                Clock.Reset(_firstClock.Now, _firstClock.Rate, _firstClock.Paused);
            lock (_gate)
            {
                Forget(lab);
                if (lab is null)
                    _templates.Restore(Shop, Seed, _firstClock.Now);
                else if (tables.Count > 0)
                    _templates.Restore(Shop, Seed, _firstClock.Now, tables);
                Epoch++;
                Start(lab);
            }

            Save();

            Held.ReleaseAll(); // who came in between waits for a time that is no more
            return true;
        }
    }

    /// <summary>Lets handlers take the request's sandbox as a parameter.</summary>
    public static ValueTask<Sandbox?> BindAsync(HttpContext context) => ValueTask.FromResult<Sandbox?>(context.Sandbox());

    /// <summary>Notes that somebody asked for it, which puts off its expiry.</summary>
    public void Touch() => Interlocked.Exchange(ref _lastUsed, _real.GetTimestamp());

    /// <summary>The next request's name within this sandbox: <c>r1</c>, <c>r2</c> …</summary>
    internal string NextRequestId() => $"r{Interlocked.Increment(ref _lastRequest)}";

    public void Dispose()
    {
        lock (_renewal)
        {
            if (_disposed)
                return;
            _disposed = true;
            Save();
            Held.Dispose();
            Clock.Dispose();
            lock (_gate)
                Forget(lab: null);
            Journal.Close();
            Shop.Dispose();
        }
    }

    private ClockReading Told(ClockReading reading)
    {
        Journal.Append(reading.Now, new ClockChanged(reading));
        Save();
        return reading;
    }

    /// <summary>What a later process needs besides the database. The clock's reading is enough for it to know what it would show by then.</summary>
    private void Save()
    {
        if (_files is null)
            return;
        lock (_saving)
            _files.Save(Id, new(new SandboxOrder(Seed, _firstClock.Now, _firstClock.Paused), Epoch, Secret, ReadClock(), _real.GetUtcNow()));
    }

    private void Start(string? lab, bool restored = false) =>
        Journal.Append(Clock.GetUtcNow(), new SandboxStarted(Epoch, Seed, lab, ReadClock()) { Restored = restored }, lab);

    private void Forget(string? lab)
    {
        foreach (var (type, (owner, state)) in _states.Where(s => lab is null || s.Value.Lab == lab).ToList())
        {
            _states.Remove(type);
            (state as IDisposable)?.Dispose();
        }
    }
}
