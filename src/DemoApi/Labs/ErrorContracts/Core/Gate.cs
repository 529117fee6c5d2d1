namespace Visualizer.DemoApi.Labs.ErrorContracts.Core;

/// <summary>One question that a request must pass before the next one is asked.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Source">Where the standards say so.</param>
/// <param name="Refusals">Every status it can refuse with, in the order in which it looks.</param>
internal sealed record Gate(int Number, string Name, string Question, string Source, params IReadOnlyList<Refusal> Refusals)
{
    public bool CanAnswer(int status) => Refusals.Any(refusal => refusal.Status == status);
}

/// <summary>One way to be refused.</summary>
/// <param name="When">What must be wrong for it, in a few words.</param>
internal sealed record Refusal(int Status, string When);
