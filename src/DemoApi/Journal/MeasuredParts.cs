using System.Globalization;

namespace Visualizer.DemoApi.Journal;

/// <summary>How long the parts of one exchange took, in real milliseconds; a part named twice is a sum.</summary>
internal sealed class MeasuredParts
{
    private readonly Lock _gate = new(); // a part may be measured on any thread
    private readonly OrderedDictionary<string, double> _parts = new(StringComparer.Ordinal);

    /// <param name="part">A word, such as <c>db</c>.</param>
    public void Add(string part, double milliseconds)
    {
        lock (_gate)
            _parts[part] = _parts.GetValueOrDefault(part) + milliseconds;
    }

    /// <summary>The header's text: the parts in the order of their first mention, then the whole.</summary>
    public string ServerTiming(double whole)
    {
        lock (_gate)
        {
            return string.Join(", ", _parts.Append(new("app", whole)).Select(part =>
                string.Create(CultureInfo.InvariantCulture, $"{part.Key};dur={part.Value:0.###}")));
        }
    }
}
