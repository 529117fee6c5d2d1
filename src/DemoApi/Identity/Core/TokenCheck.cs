namespace Visualizer.DemoApi.Identity.Core;

/// <summary>One question that a door asks of a token.</summary>
/// <param name="Name">Short and constant: <c>audience</c>.</param>
/// <param name="Asks">The question in words.</param>
/// <param name="Source">Where the standard asks it.</param>
/// <param name="Fault">What is wrong, or null. It never repeats what the token says: answers and logs are no place for that.</param>
internal sealed record TokenCheck(string Name, string Asks, string Source, Func<JwtParts, TokenExpectation, string?> Fault)
{
    /// <summary>Asks one question after the other, up to the first that is answered wrong.</summary>
    public static IReadOnlyList<CheckResult> Run(IReadOnlyList<TokenCheck> checks, JwtParts parts, TokenExpectation expected)
    {
        var results = new List<CheckResult>(checks.Count);
        foreach (var check in checks)
        {
            var fault = check.Fault(parts, expected);
            results.Add(new CheckResult(check.Name, fault));
            if (fault is not null)
                break;
        }

        return results;
    }
}

/// <summary>How one question was answered.</summary>
/// <param name="Fault">What is wrong, or null where nothing is.</param>
internal readonly record struct CheckResult(string Check, string? Fault)
{
    public bool Passed => Fault is null;
}
