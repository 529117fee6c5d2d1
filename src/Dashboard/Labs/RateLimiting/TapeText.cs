using System.Globalization;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>
/// A tape in an address: stops joined by <c>_</c>, each an instant in seconds, with <c>x10</c> where there are ten and <c>~2</c> where each
/// costs two. <c>9.9x10_10.1x10</c> is ten and ten around an edge. Nothing in it needs escaping.
/// </summary>
public static class TapeText
{
    public const int Longest = 800; // sixty stops at their longest

    private const char Next = '_', Times = 'x', Costs = '~';

    public static string Of(RequestTape tape) => string.Join(Next, tape.Stops.Select(Of));

    /// <summary>Reads a tape; what cannot be read is told in a sentence that says what to write instead.</summary>
    public static bool TryRead(string text, out RequestTape tape, out string complaint)
    {
        tape = RequestTape.Empty;
        complaint = text.Length > Longest ? $"It is longer than {Longest} characters." : "";
        var stops = new List<TapeStop>();
        foreach (var word in complaint.Length > 0 || text.Length == 0 ? [] : text.Split(Next))
        {
            (var stop, complaint) = Read(word);
            if (complaint.Length > 0)
                break;
            if (stops.Exists(s => s.AtMs == stop.AtMs))
                complaint = $"{Seconds(stop.AtMs)} s stands twice; {Of(stop with { Count = 2 })} sends two at once.";
            stops.Add(stop);
        }
        if (complaint.Length == 0 && stops.Sum(s => s.Count) is > RequestTape.MostRequests and var many)
            complaint = $"It has {many} requests; a tape has room for {RequestTape.MostRequests}.";
        if (complaint.Length > 0)
            return false;
        tape = RequestTape.Of(stops);
        return true;
    }

    /// <summary>An instant as people write it: <c>9.9</c>.</summary>
    public static string Seconds(int ms) => (ms / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Of(TapeStop stop) =>
        Seconds(stop.AtMs) + (stop.Count == 1 ? "" : $"{Times}{stop.Count}") + (stop.Cost == 1 ? "" : $"{Costs}{stop.Cost}");

    private static (TapeStop Stop, string Complaint) Read(string word)
    {
        var (rest, cost) = Cut(word, Costs);
        var (instant, count) = Cut(rest, Times);
        if (!decimal.TryParse(instant, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > RequestTape.LongestMs / 1000)
            return (default, $"“{Shown(word)}” is no instant from 0 to {RequestTape.LongestMs / 1000} s, such as 9.9 or 9.9x10.");
        if (seconds * 1000 % 1 != 0)
            return (default, $"“{Shown(word)}” is finer than a millisecond.");
        if (Number(count, RequestTape.MostRequests) is not { } requests)
            return (default, $"“{Shown(word)}” does not say 1 to {RequestTape.MostRequests} requests, such as 9.9x10.");
        if (Number(cost, RequestTape.MostCost) is not { } price)
            return (default, $"“{Shown(word)}” does not say a cost of 1 to {RequestTape.MostCost}, such as 9.9~2.");
        return (new((int)(seconds * 1000), requests, price), "");
    }

    /// <summary>What stands before a sign, and what behind it; "1" where the sign is missing.</summary>
    private static (string Before, string Behind) Cut(string word, char sign)
    {
        var at = word.IndexOf(sign, StringComparison.Ordinal);
        return at < 0 ? (word, "1") : (word[..at], word[(at + 1)..]);
    }

    internal static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;

    private static string Shown(string word) => word.Length <= 24 ? word : word[..24] + "…";
}
