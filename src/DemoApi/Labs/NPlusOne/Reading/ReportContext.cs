using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Queries;

namespace Visualizer.DemoApi.Labs.NPlusOne.Reading;

/// <summary>The shop's tables once more, read-only and with relatives that load themselves. The shop's own model has none: it shall not be slow by accident.</summary>
internal sealed class ReportContext(DbContextOptions<ReportContext> options) : DbContext(options)
{
    public DbSet<ReportOrder> Orders => Set<ReportOrder>();
    public DbSet<ReportCustomer> Customers => Set<ReportCustomer>();
    public DbSet<ReportLine> Lines => Set<ReportLine>();
    public DbSet<ReportParcel> Parcels => Set<ReportParcel>();

    /// <summary>A context on a connection of its own; the caller disposes it, and the connection goes with it.</summary>
    public static ReportContext Over(ShopDatabase shop) => new(new DbContextOptionsBuilder<ReportContext>()
        .UseSqlite(shop.Open(), contextOwnsConnection: true)
        .AddInterceptors(CommandCounter.Instance)
        .Options);

    /// <summary>The orders of the report, oldest first: all, those of nobody included, or those of the first so many customers.</summary>
    public IQueryable<ReportOrder> Asked(ReportRequest request)
    {
        var among = request.Customers < ReportRequest.MaxCustomers ? Orders.Where(order => order.UserId <= request.Customers) : Orders;
        return among.OrderBy(order => order.Id).Take(request.Limit);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<ReportOrder>().ToTable("Orders");
        model.Entity<ReportCustomer>().ToTable("Users");
        model.Entity<ReportLine>().ToTable("OrderLine");
        model.Entity<ReportParcel>().ToTable("Parcel");
        model.Entity<ReportOrder>().HasOne(order => order.Customer).WithMany().HasForeignKey(order => order.UserId);
        model.Entity<ReportOrder>().HasMany(order => order.Lines).WithOne().HasForeignKey(line => line.OrderId);
        model.Entity<ReportOrder>().HasMany(order => order.Parcels).WithOne().HasForeignKey(parcel => parcel.OrderId);
    }
}
