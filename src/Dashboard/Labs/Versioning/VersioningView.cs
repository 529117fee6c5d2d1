using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Versioning;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>Three robots, a cache and two versions, folded from the journal.</summary>
public sealed class VersioningView : LabView
{
    public const string Slug = "versioning";

    /// <summary>How long version 1 of a fresh sandbox lives.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(90);

    private const int MostUnderway = 1_000;

    private readonly Dictionary<string, Flight> flights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> askedFor = new(StringComparer.Ordinal); // the origin's exchange -> the client's
    private readonly List<string> news = [];
    private VaryTrials trials = new();
    private string group = "";

    public VersioningView()
        : base(Slug, VersioningMissions.All) => Begin(DateTimeOffset.UnixEpoch);

    public TripLog Trips { get; private set; } = new(DateTimeOffset.UnixEpoch);

    public IReadOnlyList<RobotState> Robots { get; private set; } = [];

    public Traffic Traffic { get; private set; } = new();

    public HeldCopies Copies { get; private set; } = new();

    public int DefaultVersion { get; private set; } = 1;

    public bool Vary { get; private set; } = true;

    /// <summary>When version 1 ends; null until the journal has told.</summary>
    public DateTimeOffset? Sunset { get; private set; }

    /// <summary>The latest sandbox time that the journal has told.</summary>
    public DateTimeOffset Latest
    {
        get => field > Clock.Now ? field : Clock.Now;
        private set;
    }

    /// <summary>True once somebody has set the lab since the run began.</summary>
    public bool Configured { get; private set; }

    /// <summary>Copies that were handed out in a version which that request would not have got.</summary>
    public int WrongCopies { get; private set; }

    public int Broken => Robots.Count(robot => robot.Broken);

    public override string? Measured => trials.Result;

    public override string Telling(WireExchange exchange) => VersioningWords.Telling(exchange);

    public override string News()
    {
        var told = string.Join(" ", news);
        news.Clear();
        return told;
    }

    protected override void Begin(DateTimeOffset at)
    {
        (Trips, Traffic, Copies, trials) = (new(Origin), new(), new(), new());
        Robots = [.. Robot.All.Select(robot => new RobotState(robot, null, null, 0))];
        (DefaultVersion, Vary, Sunset, Configured, WrongCopies) = (1, true, BornAt + Notice, false, 0);
        flights.Clear();
        askedFor.Clear();
        news.Clear();
        Latest = at;
        group = VersioningWords.Group(at, DefaultVersion, Vary);
    }

    protected override void Happened(JournalEvent e)
    {
        Latest = e.At;
        switch (e.Data)
        {
            case VersioningConfigured set: Configure(e, set.After); return;
            case CopiesDropped dropped: Copies.Drop(dropped.Target); return;
        }
        if (FlightOf(e.RequestId) is not { } flight)
            return;
        switch (e.Data)
        {
            case VersionChosen chosen: Choose(e, flight, chosen); break;
            case VersionRefused refused: flight.Refused = refused; Wire.Decide(e.RequestId, VersioningWords.Of(refused, DefaultVersion)); break;
            case CacheConsulted consulted: flight.Consulted = consulted; Wire.Decide(e.RequestId, VersioningWords.Of(consulted)); break;
            case CopyStored stored: Keep(flight, stored.Target, stored.Copy); break;
            case CopyFreshened fresh: Keep(flight, fresh.Target, fresh.Copy); break;
            case VersionHandedOut handed: HandOut(e, flight, handed); break;
        }
        Draw(flight);
    }

    protected override void Exchanged(JournalEvent e, WireExchange exchange)
    {
        Latest = e.At;
        if (exchange.Request.Origin.AskedBy is { } client)
        {
            askedFor[exchange.RequestId] = client;
            if (exchange.Response is not null && flights.TryGetValue(client, out var asking))
                asking.Origin = exchange.Response;
            return;
        }
        if (!flights.TryGetValue(exchange.RequestId, out var flight))
        {
            Bound();
            flights[exchange.RequestId] = flight = new(exchange);
        }
        flight.Exchange = exchange;
        if (exchange.Response is { } answer)
            Read(flight, answer);
        Draw(flight);
        if (exchange.Response is not null || exchange.Aborted is not null)
            flights.Remove(exchange.RequestId);
    }

    private Flight? FlightOf(string? requestId) =>
        requestId is not null && flights.TryGetValue(askedFor.GetValueOrDefault(requestId, requestId), out var flight) ? flight : null;

    private void Configure(JournalEvent e, VersioningState set)
    {
        (DefaultVersion, Vary, Sunset, Configured) = (set.DefaultVersion, set.Vary, set.Sunset, true);
        group = VersioningWords.Group(e.At, DefaultVersion, Vary);
        news.Add(VersioningWords.Configured(set));
    }

    private void Choose(JournalEvent e, Flight flight, VersionChosen chosen)
    {
        flight.Chosen = chosen;
        if (chosen.SunsetInSeconds is { } left)
            Sunset = e.At + TimeSpan.FromSeconds(left);
        Traffic.Add(e.At, chosen.Stage == "gone" ? TrafficKind.Gone : chosen.Version == 1 ? TrafficKind.First : TrafficKind.Second);
        Wire.Decide(e.RequestId, VersioningWords.Of(chosen));
    }

    private void Keep(Flight flight, string target, CachedCopy copy)
    {
        if (flight.Origin?.Header("API-Version") is { } version)
            Copies.Keep(new(target, string.Join(", ", copy.Varies), version));
    }

    private void HandOut(JournalEvent e, Flight flight, VersionHandedOut handed)
    {
        flight.Handed = handed;
        if (handed.Wrong)
        {
            WrongCopies++;
            Wire.Decide(e.RequestId, VersioningWords.Of(handed, flight.Consulted));
        }
        if (!Vary)
            trials.Add(handed, VersioningWords.UserOf(flight.Exchange.Request.Path));
    }

    private void Read(Flight flight, ResponseSent answer)
    {
        if (flight.Robot is not { } robot || answer.Status == 304)
            return;
        flight.Reading = robot.ReadAnswer(answer);
        var state = new RobotState(robot, flight.Reading, answer.Header("API-Version"), flight.Exchange.Number);
        Robots = [.. Robots.Select(other => other.Robot == robot ? state : other)];
        news.Add(VersioningWords.Read(state));
    }

    private void Draw(Flight flight) => Trips.Put(flight.Draw(Origin, group));

    private void Bound()
    {
        if (flights.Count > MostUnderway)
            flights.Clear();
        if (askedFor.Count > MostUnderway)
            askedFor.Clear();
    }
}
