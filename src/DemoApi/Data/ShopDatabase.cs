using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Queries;

namespace Visualizer.DemoApi.Data;

/// <summary>The private SQLite database of one sandbox: in memory, under a name of its own, alive as long as this object; or in a file, which outlives it.</summary>
/// <remarks>
/// The <c>memdb</c> VFS shares a database between the connections of one process by its name. Pooling is off: a pooled
/// connection would come back with another sandbox's data.
/// </remarks>
internal sealed class ShopDatabase : IDisposable
{
    private readonly SqliteConnection _keepAlive;

    private ShopDatabase(string source)
    {
        _keepAlive = Connect(new SqliteConnectionStringBuilder { DataSource = source, Pooling = false }.ConnectionString);
        _keepAlive.Open();
    }

    /// <summary>Tables and indexes as they were made: a file of another version of the house has others.</summary>
    public string Schema => string.Join('\n', Column("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"));

    /// <summary>Size of the database in bytes.</summary>
    public long Bytes => Scalar("PRAGMA page_count") * Scalar("PRAGMA page_size");

    /// <summary>A new database under a private name, filled by the seed.</summary>
    public static ShopDatabase Seeded(string name, int seed, DateTimeOffset start)
    {
        var database = new ShopDatabase(InMemory(name));
        using var shop = database.CreateContext();
        shop.Database.EnsureCreated();
        ShopSeed.Fill(shop, seed, start);
        return database;
    }

    /// <summary>The database in a file that an earlier process left behind.</summary>
    public static ShopDatabase Open(string path) => new(InFile(path));

    /// <summary>A new database with this one's content (SQLite's backup API: a copy of pages, not of rows).</summary>
    /// <param name="name">Its private name in memory.</param>
    /// <param name="path">The file to keep it in instead, or null.</param>
    public ShopDatabase CopyTo(string name, string? path = null)
    {
        var copy = new ShopDatabase(path is null ? InMemory(name) : InFile(path));
        _keepAlive.BackupDatabase(copy._keepAlive);
        return copy;
    }

    /// <summary>Puts tables back to another database's content, the numbers they give out included; the others stay as they are.</summary>
    /// <remarks>One transaction like any other, which waits for those that are under way: a backup over this database would fail beside them.</remarks>
    /// <param name="tables">Which; none means all.</param>
    public void Restore(ShopDatabase from, params IReadOnlyList<string> tables)
    {
        tables = tables.Count > 0 ? tables : from.Tables(); // asked before the transaction, which locks both
        // Its own connection, without foreign keys: a row that is deleted and inserted again must not take others with it.
        using var connection = Connect($"{_keepAlive.ConnectionString};Foreign Keys=False");
        connection.Open();
        Execute($"ATTACH '{new SqliteConnectionStringBuilder(from._keepAlive.ConnectionString).DataSource}' AS fresh");
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var table in tables)
            {
                Execute($"DELETE FROM main.{table}");
                Execute($"INSERT INTO main.{table} SELECT * FROM fresh.{table}");
                Execute($"UPDATE main.sqlite_sequence SET seq = (SELECT seq FROM fresh.sqlite_sequence WHERE name = '{table}') WHERE name = '{table}'");
            }

            transaction.Commit();
        }

        Execute("DETACH fresh");

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>A context on a connection of its own; the caller disposes it, and the connection goes with it.</summary>
    public ShopContext CreateContext()
    {
        var connection = Another();
        return new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseSqlite(connection, contextOwnsConnection: true).AddInterceptors(CommandCounter.Instance).Options);
    }

    /// <summary>An open connection for SQL by hand; the caller disposes it.</summary>
    public SqliteConnection Open()
    {
        var connection = Another();
        connection.Open();
        return connection;
    }

    public void Dispose() => _keepAlive.Dispose();

    /// <summary>
    /// A connection, not yet open, that waits for others inside SQLite. The driver's own waiting looks every 150 ms, and not at all where a
    /// statement returns rows: its commit comes with the read behind the last one.
    /// </summary>
    private static SqliteConnection Connect(string text)
    {
        var connection = new SqliteConnection(text);
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState is System.Data.ConnectionState.Open)
                SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, connection.DefaultTimeout * 1_000);
        };
        return connection;
    }

    // A connection to what is gone would make a new database, without tables; the mode is for what goes between the question and the opening.
    private SqliteConnection Another()
    {
        ObjectDisposedException.ThrowIf(_keepAlive.State is not System.Data.ConnectionState.Open, this);
        return Connect($"{_keepAlive.ConnectionString};Mode=ReadWrite");
    }

    private static string InMemory(string name) => $"file:/{name}?vfs=memdb";

    // As an address, or no other database could be attached by its address.
    private static string InFile(string path) => new Uri(Path.GetFullPath(path)).AbsoluteUri;

    private List<string> Tables() => Column("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");

    private List<string> Column(string sql)
    {
        using var command = _keepAlive.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var texts = new List<string>();
        while (rows.Read())
            texts.Add(rows.GetString(0));
        return texts;
    }

    private long Scalar(string sql)
    {
        using var command = _keepAlive.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
