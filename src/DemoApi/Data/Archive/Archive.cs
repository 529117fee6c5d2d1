using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Visualizer.DemoApi.Data.Archive;

/// <summary>
/// The list of one million rows that all sandboxes share: a read-only file, written once, on the first demand, and found again by the next start.
/// </summary>
internal sealed partial class Archive(IOptions<ArchiveOptions> options, ILogger<Archive> log) : IDisposable
{
    private readonly string _path = Path.Combine(options.Value.Folder, $"archive-{ArchiveFile.Version}-{ArchiveFile.Rows}.db");
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new(); // one writing at a time
    private readonly SemaphoreSlim _readers = new(Math.Max(1, Environment.ProcessorCount / 2));
    private Task? _writing;
    private volatile int _written;
    private volatile bool _ready;

    /// <summary>Rows written so far.</summary>
    public int Written => _ready ? ArchiveFile.Rows : _written;

    /// <summary>True where the file stands. Otherwise it is being written from now on, in the background.</summary>
    public bool Demand()
    {
        if (_ready)
            return true;
        lock (_gate)
        {
            if (File.Exists(_path)) // it gets its name when it is whole
                return _ready = true;
            if (_writing is null or { IsCompleted: true } && !_end.IsCancellationRequested)
                _writing = Task.Run(Write);
            return false;
        }
    }

    /// <summary>The same, and ends when this attempt to write it does.</summary>
    public Task DemandAsync() => Demand() ? Task.CompletedTask : _writing!;

    /// <summary>A connection to a sandbox's database with the file beside it, under the name <c>archive</c>; the caller disposes it.</summary>
    /// <remarks>
    /// By URI: a plain path attaches writable, and from a <c>memdb</c> connection the file's own VFS must be named.
    /// <c>immutable</c>: nobody writes it any more, so nobody has to lock it.
    /// </remarks>
    public SqliteConnection OpenBeside(ShopDatabase shop)
    {
        var vfs = OperatingSystem.IsWindows() ? "win32" : "unix";
        var connection = shop.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "ATTACH @file AS archive";
        command.Parameters.AddWithValue("@file", $"{new Uri(_path).AbsoluteUri}?mode=ro&immutable=1&vfs={vfs}");
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>
    /// Waits until this read may begin: a page by offset deep down keeps a core busy, and the lesson on depth shall not take the house down.
    /// Dispose what it gives when the read is done.
    /// </summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken gone)
    {
        await _readers.WaitAsync(gone);
        return new Turn(_readers);
    }

    public void Dispose()
    {
        _end.Cancel();
        Task? writing;
        lock (_gate)
            writing = _writing;
        if (writing is not null)
            Task.WaitAny(writing); // an unfinished file is not left behind
        _end.Dispose();
        _readers.Dispose();
    }

    private void Write()
    {
        var draft = $"{_path}.{Environment.ProcessId}-{Guid.NewGuid():n}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            ArchiveFile.Write(draft, rows => _written = rows, _end.Token);
            File.Move(draft, _path, overwrite: true); // two processes may both have written it: the same rows
            _ready = true;
        }
        catch (OperationCanceledException)
        {
            // The house closes.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            LogFault(fault, options.Value.Folder); // the next demand tries again
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private sealed class Turn(SemaphoreSlim readers) : IDisposable
    {
        public void Dispose() => readers.Release();
    }

    [LoggerMessage(1, LogLevel.Error, "The archive could not be written to {Folder}")]
    private partial void LogFault(Exception fault, string folder);
}
