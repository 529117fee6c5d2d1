using System.Text.RegularExpressions;

namespace Visualizer.DemoApi.Queries.Core;

/// <summary>What two SQL commands have in common when they differ only in the values they ask for.</summary>
internal static partial class CommandShape
{
    /// <summary>Longest shape, in characters: more would only be read by a machine.</summary>
    public const int MaxLength = 600;

    /// <summary>
    /// The command with its values taken out: parameters and literals become <c>?</c>, a list of them <c>(?…)</c>, white space one space.
    /// <c>WHERE id = @p0</c> and <c>WHERE id = 7</c> are one shape, and so are <c>IN (1, 2)</c> and <c>IN (1, 2, 3)</c>.
    /// </summary>
    public static string Of(string sql)
    {
        var bare = Space().Replace(Value().Replace(sql, "?"), " ").Trim();
        var shape = List().Replace(bare, "(?…)");
        return shape.Length <= MaxLength ? shape : shape[..MaxLength];
    }

    // Text in single quotes (doubled inside), a parameter, or a number that is no part of a name.
    [GeneratedRegex(@"'(?:[^']|'')*'|@\w+|(?<![\w""])\d+(?:\.\d+)?(?![\w""])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Space();

    [GeneratedRegex(@"\((?:\?, )+\?\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex List();
}
