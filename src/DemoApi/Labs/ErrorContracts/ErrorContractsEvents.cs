using System.Text.Json.Serialization;
using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>A gate that was asked.</summary>
/// <param name="Gate">1 to 8.</param>
/// <param name="Status">The status it refused with; null where it opened.</param>
/// <param name="Why">What the client was told; empty where it opened.</param>
public sealed record GatePassage(int Gate, string Name, int? Status, string Why);

/// <summary>A request was stopped: what is behind that gate was never asked.</summary>
/// <param name="Gate">The gate that did not open, 1 to 8.</param>
/// <param name="Status">The status it told.</param>
/// <param name="Violations">How many broken rules the answer lists.</param>
/// <param name="Hides">True where the status hides another one: 404 for 403.</param>
/// <param name="Left">What is left of the caller's quota, or null where none was asked.</param>
/// <param name="Trace">Every gate that was asked, in order, this one last.</param>
public sealed record StoppedAtGate(
    int Gate, string Name, int Status, string Why, int Violations, bool Hides, int? Left, IReadOnlyList<GatePassage> Trace) : IEventData
{
    [JsonIgnore]
    public int Weight => 300 + (48 * Trace.Count) + (4 * Why.Length);
}

/// <summary>A request came through every gate that its call has.</summary>
/// <param name="Status">What was answered: a success, or 500, which is our own fault; null where the connection was cut.</param>
public sealed record GatesPassed(int? Status, int? Left, IReadOnlyList<GatePassage> Trace) : IEventData
{
    [JsonIgnore]
    public int Weight => 300 + (48 * Trace.Count);
}

/// <summary>A mistake of a client was answered, in one of the two contracts.</summary>
/// <param name="Mistake">One of <see cref="Mistakes"/>.</param>
/// <param name="Messy">True where the answer has a shape of its own, on purpose.</param>
public sealed record MistakeAnswered(string Mistake, bool Messy, int Status) : IEventData;

/// <summary>A user was added.</summary>
/// <param name="Users">How many there are now.</param>
public sealed record UserAdded(long Id, string Username, long Users) : IEventData;

/// <summary>A user was changed.</summary>
/// <param name="Before">The ETag of the state that was replaced.</param>
/// <param name="After">The ETag of the present state.</param>
public sealed record UserChanged(long Id, string Before, string After) : IEventData;

/// <summary>The errors' one setting was set.</summary>
public sealed record ErrorsConfigured(bool Before, bool HideExistence) : IEventData;
