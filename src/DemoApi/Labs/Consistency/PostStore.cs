using Microsoft.Data.Sqlite;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>The posts of one node: an SQLite database in memory that belongs to one connection, and so to nobody else.</summary>
internal sealed class PostStore : IDisposable
{
    private const long ConnectionBytes = 20 * 1024; // measured: 30 KiB for a connection with a few pages

    private const string Columns = "id, title, body, likes, version, created_at";

    private readonly SqliteConnection _database = new("Data Source=:memory:;Pooling=False");

    public PostStore()
    {
        _database.Open();
        Execute("PRAGMA cache_size = -64"); // KiB; the database is the memory, a cache beside it would hold it twice
        Execute("CREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, likes INTEGER NOT NULL, version INTEGER NOT NULL, created_at INTEGER NOT NULL)");
    }

    /// <summary>Size of the database and its connection in bytes.</summary>
    public long Bytes => ConnectionBytes + Scalar("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");

    public long Count => Scalar("SELECT count(*) FROM posts");

    public Post? Find(long id)
    {
        using var command = Command($"SELECT {Columns} FROM posts WHERE id = $id", ("$id", id));
        using var row = command.ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    public IReadOnlyList<Post> Newest(long limit)
    {
        using var command = Command($"SELECT {Columns} FROM posts ORDER BY id DESC LIMIT $limit", ("$limit", limit));
        using var row = command.ExecuteReader();
        var posts = new List<Post>();
        while (row.Read())
            posts.Add(Read(row));
        return posts;
    }

    public void Apply(Post post) => Execute(
        $"INSERT OR REPLACE INTO posts ({Columns}) VALUES ($id, $title, $body, $likes, $version, $at)",
        ("$id", post.Id), ("$title", post.Title), ("$body", post.Body), ("$likes", post.Likes), ("$version", post.Version), ("$at", post.CreatedAt.UtcTicks));

    public void Dispose() => _database.Dispose();

    private static Post Read(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero));

    private void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private long Scalar(string sql)
    {
        using var command = Command(sql);
        return (long)command.ExecuteScalar()!;
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = _database.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
