using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>An earlier time of the lab: the journal folded up to one event.</summary>
/// <param name="Number">The event's place among the run's events, from 1.</param>
/// <param name="Count">How many events the run had when it was looked at.</param>
/// <param name="Event">The last event that has happened in it.</param>
public sealed record Past(LabView View, int Number, int Count, JournalEvent Event)
{
    /// <summary>Whole sandbox milliseconds since the run began, rounded up: what is drawn there has the event behind it, though the tape rounds too.</summary>
    public double AtMs => Math.Ceiling((Event.At - View.Origin).TotalMilliseconds);
}

/// <summary>The events of the present run, to look back over.</summary>
public sealed class LookBack(Journal journal, Func<LabView> newView)
{
    /// <summary>The run as far as the journal keeps it, oldest first; it begins with a <see cref="SandboxStarted"/>, or is empty where that was dropped.</summary>
    public IReadOnlyList<JournalEvent> Run(LabView now)
    {
        var kept = journal.After(0, int.MaxValue).Events;
        var begin = -1;
        for (var i = 0; i < kept.Count; i++)
        {
            if (kept[i].Data is SandboxStarted && now.Concerns(kept[i]))
                begin = i;
        }
        return begin < 0 ? [] : [.. kept.Skip(begin).Where(now.Concerns)];
    }

    /// <summary>The run up to its event of that number (1 is its beginning); null where the run no longer has it.</summary>
    public Past? At(LabView now, int number)
    {
        var run = Run(now);
        return number < 1 || number > run.Count ? null : new(newView().Fold(run.Take(number)), number, run.Count, run[number - 1]);
    }
}
