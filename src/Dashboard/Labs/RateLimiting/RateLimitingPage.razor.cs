using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The page composes: the journal feeds the view, the view feeds the stage, buttons send real requests.</summary>
public sealed partial class RateLimitingPage(RateLimitingClient client)
{
    private bool underway;

    public override Lab Lab { get; } = LabCatalog.Find(RateLimitingView.Slug)!;

    public override Lesson Lesson => RateLimitingLesson.Lesson;

    protected override RateLimitingView NewLabView() => new(RateLimitingAlgorithm.All);

    /// <summary>The question speaks of a fresh sandbox's limit.</summary>
    public override bool AsAsked => Limits.AsAsked;

    /// <summary>What is in force now, as the journal tells it.</summary>
    private LimitSettings Limits => LimitSettings.Of(Now);

    private IReadOnlyList<string> Limiters => [.. Now.Lanes.Select(l => l.Algorithm.Key)];

    private TapeOrder Order => new(Tape.Tape, Limiters, Limits, Manners, Now.Clock.Rate);

    /// <summary>What a projector says, once the edge was crossed.</summary>
    private string? Sentence => View.Measured is { } most ? $"Limit {LimitSettings.Of(View).Limit}, and the fixed window let {most} pass in one second." : null;

    private Task Send(int requests) => client.BurstAsync(requests, Limiters, Tape.Tape.Cost);

    /// <summary>A run began or ended.</summary>
    private void Mind(bool isUnderway)
    {
        underway = isUnderway;
        StateHasChanged();
    }
}
