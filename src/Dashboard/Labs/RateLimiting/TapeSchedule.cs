namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>One request of a run.</summary>
/// <param name="AtMs">When it is due: sandbox milliseconds after the run began.</param>
/// <param name="Try">1 as the tape has it, 2 when it is sent again, and so on.</param>
public readonly record struct TapeShot(string Algorithm, int AtMs, int Cost, int Try = 1);

/// <summary>What a run has still to send, in order of sandbox time: the tape, to every limiter alike, and what a client sends again.</summary>
public sealed class TapeSchedule
{
    /// <summary>How often one request is sent at most, so that every run ends.</summary>
    public const int MostTries = 10;

    /// <summary>Sandbox milliseconds from one try to the next of a client that hammers.</summary>
    public const int HammerMs = 200;

    /// <summary>Sandbox milliseconds after which nothing is sent again.</summary>
    public const int LatestMs = 2 * RequestTape.LongestMs;

    private readonly PriorityQueue<TapeShot, (int AtMs, int Order)> due = new();
    private readonly ClientManners manners;
    private int order;

    public TapeSchedule(RequestTape tape, IReadOnlyList<string> algorithms, ClientManners manners)
    {
        this.manners = manners;
        foreach (var stop in tape.Stops)
        {
            for (var i = 0; i < stop.Count; i++)
            {
                foreach (var algorithm in algorithms)
                    Put(new(algorithm, stop.AtMs, stop.Cost));
            }
        }
    }

    /// <summary>The next instant at which something is due; null at the end.</summary>
    public int? NextMs => due.TryPeek(out var shot, out _) ? shot.AtMs : null;

    /// <summary>Everything that is due at the next instant.</summary>
    public IReadOnlyList<TapeShot> TakeNext()
    {
        var shots = new List<TapeShot>();
        while (due.TryPeek(out var next, out _) && (shots.Count == 0 || next.AtMs == shots[0].AtMs))
            shots.Add(due.Dequeue());
        return shots;
    }

    /// <summary>A request was refused; the client does with it what its manners say.</summary>
    /// <param name="retryAfterSeconds">What <c>Retry-After</c> said; null where it was missing: no waiting helps.</param>
    public void Refused(TapeShot shot, long? retryAfterSeconds)
    {
        var waitMs = manners switch
        {
            ClientManners.Obeys => retryAfterSeconds * 1000,
            ClientManners.Hammers => HammerMs,
            _ => null,
        };
        if (waitMs is { } wait && shot.Try < MostTries && shot.AtMs + wait <= LatestMs)
            Put(shot with { AtMs = shot.AtMs + (int)wait, Try = shot.Try + 1 });
    }

    private void Put(TapeShot shot) => due.Enqueue(shot, (shot.AtMs, order++));
}
