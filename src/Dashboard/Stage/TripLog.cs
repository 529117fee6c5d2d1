namespace Visualizer.Dashboard.Stage;

/// <summary>The attempts of one run, as a lab's view puts them: when a request arrives, and again whenever more is known about it.</summary>
/// <remarks>A request that arrives while another is still open was sent at the same time. That is read off the order of the journal: sandbox time may stand.</remarks>
public sealed class TripLog(DateTimeOffset origin)
{
    /// <summary>How many trips are kept; the oldest go first.</summary>
    public const int MostTrips = 400;

    private readonly List<LoggedTrip> trips = [];
    private long burst;
    private int open;

    /// <summary>The instant that rows call 0 s.</summary>
    public DateTimeOffset Origin { get; } = origin;

    /// <summary>How many there were, the dropped ones included.</summary>
    public long Total { get; private set; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; private set; }

    /// <summary>The kept trips in order of arrival, oldest first.</summary>
    internal IReadOnlyList<LoggedTrip> Trips => trips;

    /// <summary>Adds a trip, or replaces the one of the same number.</summary>
    public void Put(Trip trip)
    {
        Version++;
        var known = trips.FindLastIndex(t => t.Trip.Number == trip.Number);
        if (known < 0)
        {
            Add(trip);
            return;
        }
        open += Open(trip) - Open(trips[known].Trip);
        trips[known] = trips[known] with { Trip = trip };
    }

    private void Add(Trip trip)
    {
        if (open == 0)
            burst++;
        open += Open(trip);
        Total++;
        trips.Add(new(trip, burst));
        if (trips.Count <= MostTrips)
            return;
        open -= Open(trips[0].Trip);
        trips.RemoveAt(0);
    }

    private static int Open(Trip trip) => trip.IsOpen ? 1 : 0;
}

/// <summary>A trip and the burst it belongs to: those of one burst overlapped in time.</summary>
internal readonly record struct LoggedTrip(Trip Trip, long Burst);
