namespace Visualizer.DemoApi.Data;

/// <summary>Seeded databases to copy from: making one takes rows, copying one takes microseconds.</summary>
internal sealed class ShopTemplates : IDisposable
{
    /// <summary>How many seeds are kept ready; the one unused for longest makes room.</summary>
    public const int Capacity = 16;

    private readonly Lock _gate = new();
    private readonly LinkedList<(int Seed, DateTimeOffset Start, ShopDatabase Database)> _recent = [];

    /// <summary>A copy for one sandbox, in memory or in a file.</summary>
    public ShopDatabase Copy(string name, int seed, DateTimeOffset start, string? path = null)
    {
        lock (_gate)
        {
            return Template(seed, start).CopyTo(name, path);
        }
    }

    /// <summary>Whether a database has the tables and indexes of today.</summary>
    public bool Fits(ShopDatabase database, int seed, DateTimeOffset start)
    {
        lock (_gate)
        {
            return Template(seed, start).Schema == database.Schema;
        }
    }

    /// <summary>Puts a sandbox's database, or some of its tables, back to the first state.</summary>
    public void Restore(ShopDatabase database, int seed, DateTimeOffset start, params IReadOnlyList<string> tables)
    {
        lock (_gate)
        {
            database.Restore(Template(seed, start), tables);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var (_, _, database) in _recent)
                database.Dispose();
            _recent.Clear();
        }
    }

    private ShopDatabase Template(int seed, DateTimeOffset start)
    {
        var node = _recent.First;
        while (node is not null && (node.Value.Seed, node.Value.Start) != (seed, start))
            node = node.Next;
        if (node is null)
        {
            node = new((seed, start, ShopDatabase.Seeded($"template-{Guid.NewGuid():n}", seed, start)));
            if (_recent.Count == Capacity)
            {
                _recent.Last!.Value.Database.Dispose();
                _recent.RemoveLast();
            }
        }
        else
        {
            _recent.Remove(node);
        }

        _recent.AddFirst(node);
        return node.Value.Database;
    }
}
