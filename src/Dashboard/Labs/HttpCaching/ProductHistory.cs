namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>When products changed, as far as the run saw it: how long a state has not been the present one.</summary>
internal sealed class ProductHistory
{
    private const int MostChanges = 500;

    private readonly List<(long Product, long Version, DateTimeOffset At)> changes = [];
    private readonly Dictionary<long, long> present = [];

    public void Changed(long product, long version, DateTimeOffset at)
    {
        present[product] = version;
        changes.Add((product, version, at));
        if (changes.Count > MostChanges)
            changes.RemoveAt(0);
    }

    public void Seen(long product, long version) => present[product] = version;

    /// <summary>The product's present version, or null where the run has not seen it.</summary>
    public long? Present(long product) => present.TryGetValue(product, out var version) ? version : null;

    /// <summary>Seconds since another version took the place of this one; 0 where it is the present one.</summary>
    public double StaleSeconds(long product, long version, DateTimeOffset at) =>
        changes.Find(change => change.Product == product && change.Version > version) is { Version: > 0 } change ? (at - change.At).TotalSeconds : 0;
}
