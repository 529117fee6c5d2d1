using Visualizer.DemoApi.Identity.Core;

namespace Visualizer.DemoApi.Identity;

/// <summary>The one access token of a request, and what came of it once it was verified.</summary>
internal sealed class PresentedToken(string text)
{
    public string Text => text;

    /// <summary>Null until verified.</summary>
    public Verdict? Verdict { get; set; }

    public Subject? Subject => Verdict is { Accepted: true, Parts: var parts }
        ? new Subject(parts.Claim("sub")!, parts.Claim("role") ?? "", parts.Claim("sid")!)
        : null;
}

/// <summary>What a door made of a token: its questions as far as it asked them.</summary>
internal sealed record Verdict(JwtParts Parts, IReadOnlyList<CheckResult> Checks)
{
    public bool Accepted => Checks.All(check => check.Passed);

    /// <summary>The question that was answered wrong, or null.</summary>
    public CheckResult? Failed => Accepted ? null : Checks[^1];
}
