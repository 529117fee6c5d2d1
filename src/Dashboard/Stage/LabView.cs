using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>
/// A lab's state, folded from the journal and from nothing else: the same events give the same view, and a prefix of them gives the view
/// at an earlier time. A lab derives from it and says what its own events mean.
/// </summary>
/// <param name="slug">The lab whose events concern the view.</param>
/// <param name="missions">What the lab asks to be done; judged here, event by event.</param>
public abstract class LabView(string slug, IReadOnlyList<Mission> missions)
{
    /// <summary>The exchanges since the run began; another object after a reset.</summary>
    public WireLog Wire { get; private set; } = new();

    /// <summary>The instant that the run calls 0 s: the whole second in which it began, so that windows, which are aligned to whole seconds, end on whole numbers.</summary>
    public DateTimeOffset Origin { get; private set; } = DateTimeOffset.UnixEpoch;

    /// <summary>Sandbox time at the sandbox's birth, which a reset of all brings back; null where the journal no longer tells.</summary>
    public DateTimeOffset? BornAt { get; private set; }

    public ClockReading Clock { get; private set; } = new(DateTimeOffset.UnixEpoch, 1, true);

    /// <summary>Counts resets of the sandbox; -1 before its first event.</summary>
    public int Epoch { get; private set; } = -1;

    /// <summary>Counts the runs of this lab: a reset begins another.</summary>
    public int Run { get; private set; }

    /// <summary>The epoch with which the present run began; -1 before the first.</summary>
    public int Began { get; private set; } = -1;

    /// <summary>The last event taken in; 0 before the first.</summary>
    public long LastEvent { get; private set; }

    /// <summary>How far each mission is. A mission once solved stays so, whatever is reset.</summary>
    public IReadOnlyList<MissionState> Missions { get; } = [.. missions.Select(m => new MissionState(m))];

    /// <summary>The number that answers the prediction, once the scenario was played; null before.</summary>
    public virtual string? Measured => null;

    /// <summary>Takes one event in; one that was taken in before changes nothing.</summary>
    public void Apply(JournalEvent e)
    {
        if (e.Id <= LastEvent)
            return;
        LastEvent = e.Id;
        foreach (var mission in Missions)
            mission.Apply(e);
        switch (e.Data)
        {
            case SandboxStarted started:
                Start(e.At, started);
                break;
            case ClockChanged changed:
                Clock = changed.Clock;
                break;
            case RequestReceived or ResponseSent or ConnectionAborted when Concerns(e):
                if (Wire.Apply(e) is { } exchange)
                    Exchanged(e, exchange);
                break;
            default:
                if (Concerns(e))
                    Happened(e);
                break;
        }
    }

    /// <summary>What happened since it was last asked, in one sentence for ears; empty where nothing did.</summary>
    public virtual string News() => "";

    /// <summary>The header that tells the lesson in a row of the wire, or nothing.</summary>
    public virtual string Telling(WireExchange exchange) => "";

    /// <summary>True where an event is this lab's, or the whole sandbox's.</summary>
    public virtual bool Concerns(JournalEvent e) => e.Lab is null || e.Lab == slug;

    /// <summary>Everything as new: the lab or the sandbox was reset.</summary>
    protected abstract void Begin(DateTimeOffset at);

    /// <summary>One of the lab's own events.</summary>
    protected abstract void Happened(JournalEvent e);

    /// <summary>An exchange came in, was answered, or ended without an answer.</summary>
    protected virtual void Exchanged(JournalEvent e, WireExchange exchange)
    {
    }

    private void Start(DateTimeOffset at, SandboxStarted started)
    {
        (Epoch, Clock) = (started.Epoch, started.Clock);
        if (started.Lab is null)
            BornAt = at;
        if (started.Lab is not null && started.Lab != slug)
            return;
        Origin = at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerSecond));
        (Wire, Began) = (new(), started.Epoch);
        Run++;
        Begin(at);
    }
}

public static class LabViews
{
    /// <summary>Takes all events in.</summary>
    public static TView Fold<TView>(this TView view, IEnumerable<JournalEvent> events)
        where TView : LabView
    {
        foreach (var e in events)
            view.Apply(e);
        return view;
    }
}
