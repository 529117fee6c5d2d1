using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Labs.JwtSecurity.Core;

namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>One question on a door's list, in words.</summary>
/// <param name="Name">As in the events: <c>audience</c>.</param>
/// <param name="Source">Where the standard asks it.</param>
public sealed record DoorQuestion(string Name, string Asks, string Source);

/// <summary>The four doors by their names in addresses and events, and every question each of them has.</summary>
public static class DoorQuestions
{
    public const string DecodeOnly = "decode-only";
    public const string TrustsAlg = "trusts-alg";
    public const string NoAudience = "no-audience";
    public const string Strict = "strict";

    private static readonly DoorQuestion SecondOpinion =
        new(SandboxTokenHandler.SecondOpinion, "Does the framework's own verifier agree?", "Microsoft.IdentityModel");

    public static IReadOnlyList<string> Doors { get; } = [DecodeOnly, TrustsAlg, NoAudience, Strict];

    /// <summary>A door's questions in the order it asks them.</summary>
    public static IReadOnlyList<DoorQuestion> Of(string door) => door switch
    {
        DecodeOnly => Told(Core.Doors.DecodeOnly),
        TrustsAlg => Told(Core.Doors.TrustsAlg(new HeaderChooses("", ""))),
        NoAudience => [.. Told(Core.Doors.NoAudience), SecondOpinion],
        Strict => [.. Told(Core.Doors.Strict), SecondOpinion],
        _ => throw new ArgumentOutOfRangeException(nameof(door), door, "no such door"),
    };

    private static IReadOnlyList<DoorQuestion> Told(IEnumerable<Identity.Core.TokenCheck> checks) =>
        [.. checks.Select(check => new DoorQuestion(check.Name, check.Asks, check.Source))];
}
