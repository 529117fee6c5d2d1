using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Visualizer.DemoApi.Labs.NPlusOne.Reading;

/// <summary>An order as the report reads it. Its relatives load themselves when they are first looked at, which is what makes the loop so easy to write.</summary>
internal sealed class ReportOrder
{
    private readonly ILazyLoader? _loader;
    private ReportCustomer? _customer;
    private List<ReportLine> _lines = [];
    private List<ReportParcel> _parcels = [];

    public ReportOrder()
    {
    }

    // EF Core uses this one, and hands itself in.
    private ReportOrder(ILazyLoader loader) => _loader = loader;

    public long Id { get; set; }

    public long? UserId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public ReportCustomer? Customer
    {
        get => _loader.Load(this, ref _customer);
        set => _customer = value;
    }

    public List<ReportLine> Lines
    {
        get => _loader.Load(this, ref _lines!) ?? [];
        set => _lines = value;
    }

    public List<ReportParcel> Parcels
    {
        get => _loader.Load(this, ref _parcels!) ?? [];
        set => _parcels = value;
    }
}

internal sealed class ReportCustomer
{
    public long Id { get; set; }
    public string FirstName { get; set; } = "";
    public string LastName { get; set; } = "";
}

internal sealed class ReportLine
{
    public long Id { get; set; }
    public long OrderId { get; set; }
    public long ProductId { get; set; }
    public long Quantity { get; set; }
    public long PriceCents { get; set; }
}

internal sealed class ReportParcel
{
    public long Id { get; set; }
    public long OrderId { get; set; }
    public string Carrier { get; set; } = "";
    public long Grams { get; set; }
}
