using Visualizer.DemoApi.Labs.NPlusOne.Reading;

namespace Visualizer.DemoApi.Labs.NPlusOne;

/// <summary>The ways to load one report, by their names in addresses and events.</summary>
public static class Loadings
{
    public const string Lazy = "lazy";
    public const string Join = "join";
    public const string Split = "split";
    public const string Batch = "batch";
    public const string DataLoader = "dataloader";

    public static readonly IReadOnlyList<string> All = [Lazy, Join, Split, Batch, DataLoader];
}

/// <summary>The report: the same bytes from every loading.</summary>
public sealed record OrdersReport(IReadOnlyList<OrderReport> Orders);

/// <summary>One order with its relatives.</summary>
/// <param name="Customer">Who ordered, or null where the shop does not know.</param>
/// <param name="Lines">By id.</param>
/// <param name="Parcels">By id; null where they were not asked for.</param>
public sealed record OrderReport(
    long Id, DateTimeOffset CreatedAt, CustomerReport? Customer, IReadOnlyList<LineReport> Lines, IReadOnlyList<ParcelReport>? Parcels)
{
    internal static OrderReport Of(ReportOrder order, ReportCustomer? customer, IEnumerable<ReportLine> lines, IEnumerable<ReportParcel>? parcels) => new(
        order.Id,
        order.CreatedAt,
        customer is null ? null : new(customer.Id, $"{customer.FirstName} {customer.LastName}"),
        [.. lines.OrderBy(l => l.Id).Select(l => new LineReport(l.ProductId, l.Quantity, l.PriceCents))],
        parcels is null ? null : [.. parcels.OrderBy(p => p.Id).Select(p => new ParcelReport(p.Carrier, p.Grams))]);
}

public sealed record CustomerReport(long Id, string Name);

public sealed record LineReport(long ProductId, long Quantity, long PriceCents);

/// <param name="Grams">Its weight.</param>
public sealed record ParcelReport(string Carrier, long Grams);

/// <summary>Settings of the report.</summary>
/// <param name="LatencyMsPerCommand">0 to 50 milliseconds of real time that every command waits, as if the database were a network away.</param>
public sealed record QuerySettings(long? LatencyMsPerCommand);
