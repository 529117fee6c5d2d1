using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The page composes: the journal feeds the view, the view feeds the stage, buttons send real requests.</summary>
public sealed partial class RateLimitingPage(RateLimitingClient client)
{
    public override Lab Lab { get; } = LabCatalog.Find(RateLimitingView.Slug)!;

    public override Lesson Lesson => RateLimitingLesson.Lesson;

    protected override RateLimitingView NewLabView() => new(RateLimitingAlgorithm.All);

    private RateLimitingLane? FixedWindow => Now.Lane(RateLimitingAlgorithm.FixedWindow.Key);

    private Task Send(int requests) => client.BurstAsync(requests, [.. Now.Lanes.Select(l => l.Algorithm.Key)]);

    private Task PlayEdge() => EdgeScenario.PlayAsync(client, Control, Now);
}
