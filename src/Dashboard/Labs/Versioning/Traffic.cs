namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>What the origin answered to a request that got a version.</summary>
public enum TrafficKind
{
    First,
    Second,

    /// <summary>Version 1 behind its sunset: 410.</summary>
    Gone,
}

/// <summary>The answers of one stretch of sandbox time.</summary>
public sealed record TrafficBin(DateTimeOffset From, int First, int Second, int Gone)
{
    public int Total => First + Second + Gone;
}

/// <summary>Which versions were answered when; the oldest go first.</summary>
public sealed class Traffic
{
    public const int MostAnswers = 4_000;

    private readonly Queue<(DateTimeOffset At, TrafficKind Kind)> answers = new();

    public int Count => answers.Count;

    public void Add(DateTimeOffset at, TrafficKind kind)
    {
        answers.Enqueue((at, kind));
        if (answers.Count > MostAnswers)
            answers.Dequeue();
    }

    public int Of(TrafficKind kind) => answers.Count(answer => answer.Kind == kind);

    /// <summary>The answers in stretches of equal length, the last of which ends at or behind <paramref name="until"/>.</summary>
    public IReadOnlyList<TrafficBin> Bins(DateTimeOffset from, DateTimeOffset until, TimeSpan length)
    {
        var count = (int)Math.Clamp(Math.Ceiling((until - from) / length), 1, 60);
        var bins = new TrafficBin[count];
        for (var i = 0; i < count; i++)
            bins[i] = new(from + (i * length), 0, 0, 0);
        foreach (var (at, kind) in answers)
        {
            var index = (int)Math.Clamp(Math.Floor((at - from) / length), 0, count - 1);
            bins[index] = kind switch
            {
                TrafficKind.First => bins[index] with { First = bins[index].First + 1 },
                TrafficKind.Second => bins[index] with { Second = bins[index].Second + 1 },
                _ => bins[index] with { Gone = bins[index].Gone + 1 },
            };
        }
        return bins;
    }
}
