using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Stage;

/// <summary>A task that the journal proves, whatever client did it.</summary>
/// <param name="Key">Its name in test ids.</param>
/// <param name="Task">What is to be done, in one or two sentences.</param>
/// <param name="Hints">From a nudge to nearly all; each is opened by itself.</param>
/// <param name="Solution">How it is done, with the calls.</param>
/// <param name="NewJudge">Makes the one who reads the journal for it.</param>
public sealed record Mission(string Key, string Title, string Task, IReadOnlyList<string> Hints, string Solution, Func<IMissionJudge> NewJudge);

/// <summary>Reads the journal, every event of every lab, and says when the task is done. It is not asked again afterwards.</summary>
public interface IMissionJudge
{
    /// <summary>How far it is, in a few words: "14 of 30"; empty where there is nothing to tell.</summary>
    string Progress { get; }

    /// <summary>Takes one event in; true where it completes the task. <see cref="SandboxStarted"/> says that a lab, or all, began anew.</summary>
    bool Proves(JournalEvent e);
}

/// <summary>How far one mission is.</summary>
public sealed class MissionState(Mission mission)
{
    private readonly IMissionJudge judge = mission.NewJudge();

    public Mission Mission { get; } = mission;

    /// <summary>The event that proved it; null while it is open.</summary>
    public JournalEvent? Proof { get; private set; }

    public bool Solved => Proof is not null;

    public string Progress => Solved ? "" : judge.Progress;

    internal void Apply(JournalEvent e)
    {
        if (!Solved && judge.Proves(e))
            Proof = e;
    }
}
