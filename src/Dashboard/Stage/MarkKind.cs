namespace Visualizer.Dashboard.Stage;

/// <summary>What became of a request, as a lane draws it: a shape and an outcome colour each. The numbers are known to lane-marks.js.</summary>
public enum MarkKind
{
    InFlight = 0,
    Accepted = 1,
    NotModified = 2,
    Refused = 3,
    Failed = 4,
    Replayed = 5,

    /// <summary>The connection ended without an answer.</summary>
    Lost = 6,

    /// <summary>A second, small mark: a request that waited left the queue.</summary>
    Departed = 7,

    /// <summary>A change was written.</summary>
    Written = 8,

    /// <summary>An answer that was outdated when it was given.</summary>
    Stale = 9,

    /// <summary>An outdated answer to a client that had seen a newer one before.</summary>
    Backwards = 10,
}
