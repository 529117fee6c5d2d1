namespace Visualizer.DemoApi.SharedCache.Core;

/// <summary>Header fields by name, without regard to case. A field of several lines is one list (RFC 9110 §5.2).</summary>
internal sealed class Fields(IEnumerable<KeyValuePair<string, string>> lines)
{
    private readonly Dictionary<string, string> _values = lines
        .GroupBy(line => line.Key, line => line.Value, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(field => field.Key, field => string.Join(", ", field), StringComparer.OrdinalIgnoreCase);

    public static readonly Fields None = new([]);

    public string? this[string name] => _values.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, string>> All => _values;

    /// <summary>These fields, with those of a newer answer in place of their namesakes.</summary>
    public Fields UpdatedBy(Fields newer) => new(_values.Where(field => newer[field.Key] is null).Concat(newer._values));
}
