using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Labs.Pagination;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>The lab's calls, as any client makes them.</summary>
public sealed class PaginationClient(ApiClient api)
{
    public const int Limit = 10;

    public Task<Exchange> ReadByOffsetAsync(long offset) => GetAsync($"api/items?limit={Limit}&offset={offset}");

    /// <param name="cursor">Null for the first page.</param>
    /// <param name="tieBreaker">False: by the cursor that knows the time alone.</param>
    public Task<Exchange> ReadByCursorAsync(string? cursor, bool tieBreaker) =>
        GetAsync($"api/{(tieBreaker ? "" : "unsafe/")}items?limit={Limit}{(cursor is null ? "" : $"&cursor={cursor}")}");

    public Task<Exchange> AddAsync() => api.SendAsync(HttpMethod.Post, "api/items", new NewItem("Late arrival", "office", 1_000));

    public Task<Exchange> RemoveAsync(long id) => api.SendAsync(HttpMethod.Delete, $"api/items/{id}");

    public Task<Exchange> ReadArchiveByOffsetAsync(long offset, CancellationToken cancellation = default) =>
        GetAsync($"api/archive?offset={offset}", cancellation);

    /// <param name="row">How many rows lie before the page; a cursor there is handed out by the remote control, because walking would take thousands of pages.</param>
    public async Task<Exchange> ReadArchiveByCursorAsync(long row, CancellationToken cancellation = default)
    {
        if (row == 0)
            return await GetAsync("api/archive", cancellation);
        var found = await GetAsync($"sandbox/archive/cursor?row={row}", cancellation);
        return found.Read<ArchiveCursor>() is { } place && found.Succeeded ? await GetAsync($"api/archive?cursor={place.Cursor}", cancellation) : found;
    }

    /// <summary>Reads the archive once, unseen: the remote control draws nothing.</summary>
    public Task WarmUpAsync(CancellationToken cancellation) => GetAsync("sandbox/archive/cursor?row=1", cancellation);

    /// <summary>How the archive is coming along; asking for it has it written.</summary>
    public async Task<ArchiveReport?> ArchiveAsync(CancellationToken cancellation = default) =>
        (await GetAsync("sandbox/archive", cancellation)).Read<ArchiveReport>();

    private Task<Exchange> GetAsync(string path, CancellationToken cancellation = default) => api.SendAsync(HttpMethod.Get, path, cancellation: cancellation);
}
