using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>How far one request came, as the API told it.</summary>
/// <param name="Trace">Every gate that was asked, in order.</param>
/// <param name="Stop">The gate that did not open, or null.</param>
/// <param name="Answered">What was answered behind the last gate; null where a gate did not open.</param>
/// <param name="Carried">What the client said was wrong with it.</param>
public sealed record GateWalked(IReadOnlyList<GatePassage> Trace, StoppedAtGate? Stop, int? Answered, IReadOnlyList<Fault> Carried)
{
    public static GateWalked Of(StoppedAtGate stop, IReadOnlyList<Fault> carried) => new(stop.Trace, stop, null, carried);

    public static GateWalked Of(GatesPassed passed, IReadOnlyList<Fault> carried) => new(passed.Trace, null, passed.Status, carried);

    /// <summary>True where our own fault was left, behind the last gate.</summary>
    public bool Broke => Answered >= 500;

    public bool WasAsked(int gate) => Trace.Any(passage => passage.Gate == gate);

    /// <summary>The faults that nobody looked at, because a gate before theirs was shut.</summary>
    public IEnumerable<Fault> Unseen => Stop is null ? [] : Carried.Where(fault => fault.Gate > Stop.Gate);
}
