using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Data;

namespace Visualizer.DemoApi.Tests.Sandboxes;

public sealed class ShopDatabaseTests
{
    [Fact]
    public void EveryConnection_WaitsInsideSqlite()
    {
        using var database = ShopDatabase.Seeded($"test-{Guid.NewGuid():N}", seed: 42, DateTimeOffset.UnixEpoch);
        using var shop = database.CreateContext();
        using var byHand = database.Open();
        using var command = byHand.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout";

        Assert.Equal(30_000, shop.Database.SqlQuery<int>($"SELECT timeout AS Value FROM pragma_busy_timeout").Single());
        Assert.Equal(30_000L, command.ExecuteScalar());
    }
}
