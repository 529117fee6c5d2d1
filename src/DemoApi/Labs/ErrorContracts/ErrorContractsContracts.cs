using System.ComponentModel.DataAnnotations;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>What a user shall be called and reached by. Both are unique, without regard to case.</summary>
/// <param name="Email">An e-mail address of at most 254 characters.</param>
/// <param name="Username">3 to 30 letters and digits.</param>
public sealed record UserWish(
    [Required, StringLength(254, MinimumLength = 3), RegularExpression(UserWish.EmailForm, ErrorMessage = "email must be an address such as user@domain.com.")] string? Email,
    [Required, StringLength(30, MinimumLength = 3), RegularExpression("[A-Za-z0-9]*", ErrorMessage = "username may hold letters and digits only.")] string? Username)
{
    /// <summary>The form that HTML asks of an e-mail field, with at least one dot behind the @.</summary>
    internal const string EmailForm = @"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+";
}

/// <summary>The lab's one setting.</summary>
/// <param name="HideExistence">Whether somebody who may not is told 404 instead of 403 (RFC 9110 §15.5.4).</param>
public sealed record ErrorSettings(bool? HideExistence);

/// <summary>A gate as a reader sees it: the very list that requests are led through.</summary>
/// <param name="Number">1 to 8.</param>
public sealed record GateDescription(int Number, string Name, string Question, IReadOnlyList<GateRefusal> Refusals, string Source);

/// <summary>One way to be refused at a gate.</summary>
/// <param name="When">What must be wrong for it.</param>
public sealed record GateRefusal(int Status, string When);

public static class GateCatalogue
{
    /// <summary>All gates, in the order in which they are asked.</summary>
    public static IReadOnlyList<GateDescription> All { get; } =
        [.. Gates.All.Select(gate => new GateDescription(gate.Number, gate.Name, gate.Question, [.. gate.Refusals.Select(r => new GateRefusal(r.Status, r.When))], gate.Source))];

    /// <summary>How many writes of one administrator pass in a window.</summary>
    public static int QuotaLimit => Quota.Limit;

    /// <summary>How long a window is, in sandbox time; windows are counted from the Unix epoch.</summary>
    public static TimeSpan QuotaWindow => Quota.Window;
}

/// <summary>The eight mistakes that a client can make at <c>/users</c> and <c>/messy/users</c>.</summary>
public static class Mistakes
{
    public const string NotJson = "not-json";
    public const string WrongMediaType = "wrong-media-type";
    public const string MemberMissing = "member-missing";
    public const string BadEmail = "bad-email";
    public const string BadUsername = "bad-username";
    public const string Duplicate = "duplicate";
    public const string TooLarge = "too-large";
    public const string UnknownId = "unknown-id";

    public static IReadOnlyList<string> All { get; } = [NotJson, WrongMediaType, MemberMissing, BadEmail, BadUsername, Duplicate, TooLarge, UnknownId];
}
