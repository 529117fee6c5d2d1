using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Data.Archive;
using Visualizer.DemoApi.Labs.Pagination;
using Visualizer.DemoApi.Labs.Pagination.Core;

namespace Visualizer.Benchmarks.Pagination;

/// <summary>
/// A page of twenty rows of the archive, near its beginning and at row 900,000, by cursor and by offset: the statements of Core on the connection
/// that a request gets, attached archive included. The total, which a page by offset also counts, is left out.
/// </summary>
public class DepthBenchmarks : IDisposable
{
    private const int Deep = 900_000;
    private const int Limit = 20;
    private const int Often = 100;

    private readonly Archive _archive = new(Options.Create(new ArchiveOptions()), NullLogger<Archive>.Instance);
    private readonly ShopDatabase _shop = ShopDatabase.Seeded($"benchmark-{Guid.NewGuid():n}", 42, new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero));
    private SqliteConnection? _connection;
    private (long Value, long Id) _first;
    private (long Value, long Id) _deep;

    [GlobalSetup]
    public void Open()
    {
        _archive.DemandAsync().Wait();
        _connection = _archive.OpenBeside(_shop);
        _first = (long.MaxValue, 0);
        _deep = Offset(Deep - 1, 1)[0];
    }

    [Benchmark(Baseline = true, Description = "cursor, row 0", OperationsPerInvoke = Often)]
    public int CursorAtTheBeginning() => Repeat(() => Keyset(_first));

    [Benchmark(Description = "cursor, row 900,000", OperationsPerInvoke = Often)]
    public int CursorDeepDown() => Repeat(() => Keyset(_deep));

    [Benchmark(Description = "offset 0", OperationsPerInvoke = Often)]
    public int OffsetAtTheBeginning() => Repeat(() => Offset(0, Limit));

    [Benchmark(Description = "offset 900,000")]
    public int OffsetDeepDown() => Offset(Deep, Limit).Count;

    public void Dispose()
    {
        _connection?.Dispose();
        _shop.Dispose();
        _archive.Dispose();
        GC.SuppressFinalize(this);
    }

    private IReadOnlyList<(long Value, long Id)> Keyset((long Value, long Id) place) => Read(
        KeysetQuery.Rows("archive.Items", SortOrder.NewestFirst, fromPlace: true, filtered: false), ("@value", place.Value), ("@id", place.Id), ("@limit", Limit + 1));

    private IReadOnlyList<(long Value, long Id)> Offset(long offset, int limit) => Read(
        OffsetQuery.Rows("archive.Items", SortOrder.NewestFirst, filtered: false), ("@offset", offset), ("@limit", limit));

    private IReadOnlyList<(long Value, long Id)> Read(string sql, params IReadOnlyList<(string, object?)> parameters) =>
        new MeasuredQuery(_connection!, TimeProvider.System).Read(sql, row => (row.GetInt64(4), row.GetInt64(0)), parameters).Rows;

    private static int Repeat(Func<IReadOnlyList<(long Value, long Id)>> page)
    {
        var rows = 0;
        for (var i = 0; i < Often; i++)
            rows += page().Count;
        return rows;
    }
}
