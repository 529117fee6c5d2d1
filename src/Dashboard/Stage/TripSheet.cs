namespace Visualizer.Dashboard.Stage;

/// <summary>What the browser has of a log: tells the rows that it lacks, as numbers; words go once and are numbered.</summary>
/// <remarks>
/// A row is <c>key, count, at, flags, title, sender, group, legs, notes</c>, then per leg <c>code, label, note</c> and per note <c>code, words</c>; read by round-trips.js.
/// A lone trip with two legs is about 40 bytes on the way, and its words only the first time.
/// </remarks>
internal sealed class TripSheet
{
    private const int MostWords = 2000;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<long, double[]> sent = [];
    private TripLog? log;
    private long version;

    /// <summary>What is new since the last call, and counts as sent; null where nothing is.</summary>
    public TripNews? Next(TripLog of)
    {
        var begin = !ReferenceEquals(of, log) || words.Count > MostWords;
        if (!begin && version == of.Version)
            return null;
        if (begin)
            Forget();
        (log, version) = (of, of.Version);
        var all = TripRow.Of(of.Trips);
        List<TripRow> drawn = [.. all.TakeLast(TripRow.Most)];
        var fresh = new List<string>();
        var numbers = new List<double>();
        foreach (var (key, row) in drawn.Select(r => (r.Trip.Number, Numbers(r, fresh))))
        {
            if (sent.TryGetValue(key, out var known) && known.AsSpan().SequenceEqual(row))
                continue;
            sent[key] = row;
            numbers.AddRange(row);
        }
        long[] gone = [.. sent.Keys.Except(drawn.Select(r => r.Trip.Number))];
        foreach (var key in gone)
            sent.Remove(key);
        return new(begin ? of.Origin.ToUnixTimeMilliseconds() : null, fresh, numbers, gone, of.Total - drawn.Sum(r => r.Count));
    }

    /// <summary>The browser may not have got what was sent: all of it goes again.</summary>
    public void Forget()
    {
        log = null;
        words.Clear();
        sent.Clear();
    }

    private double[] Numbers(TripRow row, List<string> fresh)
    {
        var trip = row.Trip;
        return
        [
            trip.Number, row.Count, Math.Round(trip.AtMs), (trip.Outside ? 1 : 0) + (row.Together ? 2 : 0),
            Word(trip.Title, fresh), Word(trip.Sender, fresh), Word(trip.Group, fresh), trip.Legs.Count, trip.Notes.Count,
            .. trip.Legs.SelectMany(l => new double[] { Code(l), Word(l.Brief.Length > 0 ? $"{l.Label}\n{l.Brief}" : l.Label, fresh), Word(l.Note, fresh) }),
            .. trip.Notes.SelectMany(n => new double[] { n.Actor + (16 * (int)n.Outcome), Word(n.Words, fresh) }),
        ];
    }

    private static int Code(Leg leg) =>
        leg.From + (leg.To << 4) + ((int)leg.Outcome << 8) + ((int)leg.Weight << 11) + ((int)leg.End << 13) + ((int)leg.NoteOutcome << 16);

    private int Word(string word, List<string> fresh)
    {
        if (words.TryGetValue(word, out var index))
            return index;
        fresh.Add(word);
        return words[word] = words.Count;
    }
}

/// <summary>One delivery to round-trips.js.</summary>
/// <param name="Begin">Where 0 s is, in Unix milliseconds: the picture starts empty, and words are counted anew. Null to go on.</param>
/// <param name="Gone">Keys of rows that are no more.</param>
/// <param name="Older">Attempts that are no longer drawn.</param>
internal sealed record TripNews(long? Begin, IReadOnlyList<string> Words, IReadOnlyList<double> Rows, IReadOnlyList<long> Gone, long Older);
