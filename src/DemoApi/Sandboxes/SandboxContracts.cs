namespace Visualizer.DemoApi.Sandboxes;

/// <summary>What a client may say of a new sandbox; everything may be left out.</summary>
/// <param name="Seed">0 to 2,147,483,647: the same seed gives the same data, byte for byte.</param>
/// <param name="Start">Sandbox time at its birth, RFC 3339, from 1970 to 9000.</param>
/// <param name="Paused">True: the clock stands until it is told to run.</param>
public sealed record NewSandbox(long? Seed, string? Start, bool? Paused);

/// <summary>A sandbox that was just made.</summary>
/// <param name="Api">The base address of its demo API.</param>
/// <param name="Ui">Where a browser sees its labs.</param>
/// <param name="ExpiresAt">Real time at which it expires if nobody asks for it again.</param>
public sealed record SandboxMade(string Id, string Api, string Ui, int Seed, DateTimeOffset ExpiresAt);

/// <summary>A sandbox's state.</summary>
/// <param name="Epoch">Counts resets.</param>
public sealed record SandboxReport(string Id, int Seed, int Epoch, Journal.ClockReading Clock, SandboxCounts Counts, DateTimeOffset ExpiresAt);

/// <summary>How much happened in a sandbox so far.</summary>
public sealed record SandboxCounts(long Exchanges, long Events);

/// <summary>What to reset: a lab by its slug, or everything where none is named.</summary>
public sealed record ResetRequest(string? Lab);

/// <summary>Rate 0.01 to 100 times real time, with at most six decimal places; both members are required.</summary>
public sealed record ClockRequest(decimal? Rate, bool? Paused);

/// <summary>How far to jump: 0 or more milliseconds of sandbox time.</summary>
public sealed record AdvanceRequest(long? Milliseconds);
