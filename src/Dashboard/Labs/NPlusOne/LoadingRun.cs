using System.Globalization;
using Visualizer.DemoApi.Labs.NPlusOne;

namespace Visualizer.Dashboard.Labs.NPlusOne;

/// <summary>One report, as it was loaded: what the interceptor counted.</summary>
/// <param name="Number">The exchange's number in the wire.</param>
public sealed record LoadingRun(long Number, OrdersReported Told)
{
    /// <summary>The commands by shape, in the order in which the shapes came up.</summary>
    public IReadOnlyList<CommandPile> Piles { get; } =
        [.. Told.Ticks.GroupBy(tick => tick.Shape).OrderBy(group => group.Key).Select(group => new CommandPile(AskedFor(Told.Loading, group.Key, Told.Shapes[group.Key]), [.. group]))];

    /// <summary>The same report, whatever it was loaded by: only such runs can be compared.</summary>
    public (int Orders, int Customers, bool Parcels) Question => (Told.Orders, Told.Customers, Told.Parcels);

    public string Words(string title) => string.Create(CultureInfo.InvariantCulture,
        $"{title}: {Count(Told.Commands, "command")}, {Count(Told.Rows, "row")}, {Told.Milliseconds:0.#} ms for {Count(Told.Orders, "order")}");

    private static string Count(long count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {word}{(count == 1 ? "" : "s")}");

    /// <summary>What the commands of one shape ask for. A JOIN names many tables: one brings all, and a split query's bring a collection each.</summary>
    private static string AskedFor(string loading, int shape, string sql) => (loading, shape) switch
    {
        (Loadings.Join, _) => "all in one",
        (Loadings.Split, 0) => "orders",
        (Loadings.Split, 1) => "lines",
        (Loadings.Split, _) => "parcels",
        _ => TableOf(sql),
    };

    private static string TableOf(string sql)
    {
        const string from = "FROM \"";
        var start = sql.IndexOf(from, StringComparison.Ordinal);
        return start < 0 ? "command" : sql[(start + from.Length)..].Split('"')[0] switch
        {
            "Orders" => "orders",
            "Users" => "customers",
            "OrderLine" => "lines",
            "Parcel" => "parcels",
            var other => other,
        };
    }
}

/// <summary>All commands of one shape: what would fit into one question was asked so many times.</summary>
/// <param name="Table">What they ask for.</param>
public sealed record CommandPile(string Table, IReadOnlyList<CommandTick> Ticks)
{
    /// <summary>Every command as a bar from its start to its end, as SVG path data in a box of 1,000 by 10 that stands for so many milliseconds.</summary>
    public string Bars(double milliseconds)
    {
        var scale = 1_000 / Math.Max(0.001, milliseconds);
        return string.Concat(Ticks.Select(tick => string.Create(CultureInfo.InvariantCulture,
            $"M{tick.AtMs * scale:0.#} 0h{Math.Max(2, tick.Ms * scale * 0.9):0.#}v10H{tick.AtMs * scale:0.#}z")));
    }
}
