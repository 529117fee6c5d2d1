using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Visualizer.DemoApi.Data;

/// <summary>One small shop for all labs. Get one from <see cref="ShopDatabase.CreateContext"/>, never from a pool.</summary>
internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<User> Users => Set<User>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<UsedKey> UsedKeys => Set<UsedKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>(); // SQLite orders and compares integers, not offsets

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Item>().HasIndex(i => new { i.CreatedAt, i.Id });
        model.Entity<Item>().HasIndex(i => new { i.PriceCents, i.Id });
        model.Entity<User>().Property(u => u.Email).UseCollation("NOCASE");
        model.Entity<User>().Property(u => u.Username).UseCollation("NOCASE");
        model.Entity<User>().HasIndex(u => u.Email).IsUnique();
        model.Entity<User>().HasIndex(u => u.Username).IsUnique();
        model.Entity<Order>().HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId);
        model.Entity<Order>().HasIndex(o => new { o.CreatedAt, o.Id });
        model.Entity<Order>().HasOne<User>().WithMany().HasForeignKey(o => o.UserId);
        model.Entity<Order>().HasMany<Parcel>().WithOne().HasForeignKey(p => p.OrderId);
        model.Entity<UsedKey>().HasKey(k => new { k.Subject, k.Method, k.Route, k.Key });
        model.Entity<UsedKey>().HasIndex(k => k.ExpiresAt);
        model.Entity<Order>().HasIndex(o => o.ProductId); // no foreign key: an order remembers a product that is no longer sold
    }

}

/// <summary>Times as integers: UTC ticks (100 ns).</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(v => v.UtcTicks, v => new DateTimeOffset(v, TimeSpan.Zero));
