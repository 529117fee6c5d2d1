namespace Visualizer.Dashboard.Stage;

/// <summary>What a lab teaches beside its stage, as plain texts and data.</summary>
public sealed record Lesson
{
    public required Prediction Prediction { get; init; }

    /// <summary>A second question that the same run answers; asked with the first, and not required.</summary>
    public Prediction? Then { get; init; }

    /// <summary>What to do once the prediction is committed.</summary>
    public required string Next { get; init; }

    /// <summary>What the measured number counts.</summary>
    public required string Unit { get; init; }

    /// <summary>What will stand in the result, and how to bring it about.</summary>
    public required string Awaited { get; init; }

    public required Interview Interview { get; init; }

    /// <summary>The lab's folder: its <c>Core</c> files are shown.</summary>
    public required string Folder { get; init; }

    /// <summary>The core's files that decide, the most telling one first.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public required BugHunt BugHunt { get; init; }

    public required IReadOnlyList<Mission> Missions { get; init; }

    /// <summary>One line for a terminal; <c>{api}</c> stands for the address of the sandbox's API.</summary>
    public required string Terminal { get; init; }
}
