using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Visualizer.DemoApi.Tests.Labs.Pagination.Core;

/// <summary>A table of rows with few different times and prices, so that most of them tie.</summary>
internal sealed class TinyShelf : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:;Pooling=False");

    public TinyShelf()
    {
        _connection.Open();
        Run("CREATE TABLE Items (Id INTEGER PRIMARY KEY, Name TEXT, Category TEXT, PriceCents INTEGER, CreatedAt INTEGER)");
        Run("CREATE INDEX ByTime ON Items (CreatedAt, Id); CREATE INDEX ByPrice ON Items (PriceCents, Id)");
    }

    /// <summary>Id, sort value and category of each row asked for.</summary>
    internal readonly record struct Row(long Id, long CreatedAt, long PriceCents, string Category)
    {
        public long Value(string column) => column == "CreatedAt" ? CreatedAt : PriceCents;
    }

    public void Put(Row row) => Run(
        "INSERT INTO Items VALUES (@id, '', @category, @price, @created)", ("@id", row.Id), ("@category", row.Category), ("@price", row.PriceCents), ("@created", row.CreatedAt));

    public void Remove(long id) => Run("DELETE FROM Items WHERE Id = @id", ("@id", id));

    public List<Row> Ask(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
            rows.Add(new(reader.GetInt64(0), reader.GetInt64(4), reader.GetInt64(3), reader.GetString(2)));
        return rows;
    }

    public long Count(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return Convert.ToInt64(command.ExecuteScalar() ?? 0L, CultureInfo.InvariantCulture);
    }

    public string Plan(string sql)
    {
        using var command = Command($"EXPLAIN QUERY PLAN {sql}", ("@value", 1L), ("@id", 1L), ("@limit", 1L), ("@offset", 1L), ("@category", "a"));
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(3));
        return string.Join('\n', lines);
    }

    public void Dispose() => _connection.Dispose();

    private void Run(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters.Where(p => sql.Contains(p.Name, StringComparison.Ordinal)))
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
