using Microsoft.Data.Sqlite;

namespace Visualizer.DemoApi.Data.Archive;

/// <summary>Writes the archive: one million rows of the shape of <see cref="Item"/>, from a seed, newest last.</summary>
internal static class ArchiveFile
{
    public const int Rows = 1_000_000;

    /// <summary>Part of the file's name; counts changes of what is written here, so that an older file is not taken for this one.</summary>
    public const int Version = 1;

    private const int Seed = 42;
    private const int RowsAMinute = 4; // so neighbours tie
    private const int Delivery = 10_000; // and at the head of each delivery three pages of twenty rows tie
    private const int DeliveredAtOnce = 60;

    private static readonly DateTimeOffset Newest = new(2026, 1, 23, 10, 59, 0, TimeSpan.Zero);

    /// <param name="written">Told now and then how many rows there are.</param>
    public static void Write(string path, Action<int> written, CancellationToken stop)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        // Nobody reads the file before it is whole, and a torn one is thrown away: no journal, no waiting for the disk.
        Execute(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        // No INTEGER PRIMARY KEY: that is another name of the row's own number, and a row value (CreatedAt, Id) would be searched by its first half alone.
        Execute(connection, "CREATE TABLE Items (Id INT NOT NULL, Name TEXT NOT NULL, Category TEXT NOT NULL, PriceCents INT NOT NULL, CreatedAt INT NOT NULL)");
        using (var transaction = connection.BeginTransaction())
        {
            Insert(connection, written, stop);
            transaction.Commit();
        }

        // The category at the end lets a filter be answered from the index alone.
        Execute(connection, "CREATE INDEX Items_CreatedAt ON Items (CreatedAt, Id, Category)");
        stop.ThrowIfCancellationRequested();
        Execute(connection, "CREATE INDEX Items_PriceCents ON Items (PriceCents, Id, Category)");
    }

    private static void Insert(SqliteConnection connection, Action<int> written, CancellationToken stop)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Items VALUES (@id, @name, @category, @price, @created)";
        var (id, name, category) = (insert.Parameters.Add("@id", SqliteType.Integer), insert.Parameters.Add("@name", SqliteType.Text), insert.Parameters.Add("@category", SqliteType.Text));
        var (price, created) = (insert.Parameters.Add("@price", SqliteType.Integer), insert.Parameters.Add("@created", SqliteType.Integer));
        insert.Prepare();
        var random = new Random(Seed);
        for (var row = 1; row <= Rows; row++)
        {
            (id.Value, name.Value, category.Value) = (row, ShopSeed.NameOf(random.Next(100)), ShopSeed.Pick(random, ShopSeed.Categories));
            (price.Value, created.Value) = (random.Next(2, 200) * 50, CreatedAt(row).UtcTicks);
            insert.ExecuteNonQuery();
            if (row % 10_000 != 0)
                continue;
            stop.ThrowIfCancellationRequested();
            written(row);
        }
    }

    private static DateTimeOffset CreatedAt(int row)
    {
        var age = Rows - row;
        var tied = age % Delivery < DeliveredAtOnce ? age - (age % Delivery) : age;
        return Newest.AddMinutes(-(tied / RowsAMinute));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
