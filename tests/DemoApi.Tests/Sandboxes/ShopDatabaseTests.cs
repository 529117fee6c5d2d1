using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Data;

namespace Visualizer.DemoApi.Tests.Sandboxes;

public sealed class ShopDatabaseTests
{
    [Fact]
    public async Task WriterThatReturnsRows_WaitsForAReader_InsteadOfFailing()
    {
        using var database = ShopDatabase.Seeded($"test-{Guid.NewGuid():N}", seed: 42, DateTimeOffset.UnixEpoch);
        using var reading = database.Open();
        using var question = reading.CreateCommand();
        question.CommandText = "SELECT Id FROM Users";
        using var rows = question.ExecuteReader();
        Assert.True(rows.Read());

        using var writing = database.Open();
        using var command = writing.CreateCommand();
        command.CommandText = "UPDATE Users SET FirstName = 'Ada' WHERE Id = 1 RETURNING Id";
        using var written = command.ExecuteReader(); // the first step has written, and cannot commit beside the reader
        var committed = Task.Run(() => (First: written.Read(), Last: written.Read()));
        rows.Dispose();

        Assert.Equal((true, false), await committed);
    }

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
