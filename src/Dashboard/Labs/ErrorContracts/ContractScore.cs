using Visualizer.DemoApi.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>How a client's parser fared with one contract: the latest answer to each of the eight mistakes.</summary>
public sealed class ContractScore
{
    private readonly Dictionary<string, (Reading Reading, long Exchange)> latest = new(StringComparer.Ordinal);

    public int Understood => latest.Values.Count(entry => entry.Reading.Understood);

    /// <summary>How many of the eight mistakes were answered so far.</summary>
    public int Seen => latest.Count;

    /// <summary>"3/8"; null before the first answer.</summary>
    public string? Text => Seen == 0 ? null : $"{Understood}/{Seen}";

    /// <summary>The latest answer to a mistake and the exchange it came in, or null.</summary>
    public (Reading Reading, long Exchange)? Of(string mistake) => latest.TryGetValue(mistake, out var entry) ? entry : null;

    public void Add(string mistake, Reading reading, long exchange)
    {
        if (Mistakes.All.Contains(mistake))
            latest[mistake] = (reading, exchange);
    }
}
