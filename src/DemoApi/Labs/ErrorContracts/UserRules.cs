using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>What is asked of a readable wish, and which of the eight mistakes a refusal is about.</summary>
internal static class UserRules
{
    /// <summary>The 422 that names every broken rule at once, or null.</summary>
    public static Problem? Check(UserWish wish)
    {
        var problem = new Validation().Check(wish).Problem;
        return wish.Email is not null && problem?.Errors[0].Pointer == "#/email"
            ? problem with { Details = new { pattern = "user@domain.com" } }
            : problem;
    }

    /// <summary>The mistake behind a refusal.</summary>
    /// <param name="wish">The body, or null where it could not be read.</param>
    public static string MistakeOf(Problem refused, UserWish? wish) => refused.Type.Status switch
    {
        400 => Mistakes.NotJson,
        404 => Mistakes.UnknownId,
        409 => Mistakes.Duplicate,
        413 => Mistakes.TooLarge,
        415 => Mistakes.WrongMediaType,
        _ when wish is { Email: null } or { Username: null } => Mistakes.MemberMissing,
        _ => refused.Errors[0].Pointer == "#/email" ? Mistakes.BadEmail : Mistakes.BadUsername,
    };
}
