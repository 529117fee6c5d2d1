using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>Runs SQL and counts the work, as SQLite counts it: work is measured, not guessed.</summary>
internal sealed class MeasuredQuery(SqliteConnection connection, TimeProvider real)
{
    // One plan for each text of Core; no client's word is in these texts, so there are a few dozen of them.
    private static readonly ConcurrentDictionary<string, string> Plans = new(StringComparer.Ordinal);

    /// <summary>Every row of a statement. Parameters that the text does not name are left out.</summary>
    public (IReadOnlyList<T> Rows, StatementWork Work) Read<T>(
        string sql, Func<SqliteDataReader, T> each, params IReadOnlyList<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        var began = real.GetTimestamp();
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(each(reader));
        var elapsed = real.GetElapsedTime(began).TotalMilliseconds;
        var steps = raw.sqlite3_stmt_status(reader.Handle, raw.SQLITE_STMTSTATUS_VM_STEP, 0);
        return (rows, new(sql, PlanOf(sql, parameters), steps, elapsed));
    }

    private string PlanOf(string sql, IReadOnlyList<(string Name, object? Value)> parameters) => Plans.GetOrAdd(sql, _ =>
    {
        using var command = Command($"EXPLAIN QUERY PLAN {sql}", parameters);
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(3));
        return string.Join('\n', lines);
    });

    private SqliteCommand Command(string sql, IReadOnlyList<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters.Where(p => sql.Contains(p.Name, StringComparison.Ordinal)))
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
