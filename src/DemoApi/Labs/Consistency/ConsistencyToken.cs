using System.Globalization;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary><c>Consistency-Token: "lsn:42"</c>, a structured-field string (RFC 9651 §3.3.3): the state a client has seen. Who has two keeps the larger one.</summary>
internal static class ConsistencyToken
{
    public const string Header = "Consistency-Token";

    public const string Form = "^\"lsn:(0|[1-9][0-9]{0,17})\"$";

    private const string Before = "\"lsn:";

    public static string Of(long lsn) => $"{Before}{lsn}\"";

    /// <summary>The number, null where there is no token, or the 400.</summary>
    public static Read<long?> Read(HttpRequest request)
    {
        var sent = request.Headers[Header];
        if (sent.Count == 0)
            return new Read<long?>(null, null);
        return sent.Count == 1 && TryParse(sent[0], out var lsn)
            ? lsn
            : Problem.Of(ProblemTypes.InvalidHeader, Violation.InHeader(Header, $"{Header} must be given once, in the form \"lsn:42\", quotes included."));
    }

    private static bool TryParse(string? text, out long lsn)
    {
        lsn = 0;
        return text is not null && text.StartsWith(Before, StringComparison.Ordinal) && text.EndsWith('"')
            && text.Length > Before.Length + 1 && text[Before.Length..^1] is var digits
            && (digits is "0" || digits[0] != '0')
            && digits.Length <= 18
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out lsn);
    }
}
