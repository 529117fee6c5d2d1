using Visualizer.Dashboard.Labs.HttpCaching;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.HttpCaching;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.Dashboard.Tests.Labs.HttpCaching;

/// <summary>Writes the journal of this lab by hand: one line a thing that happens.</summary>
internal sealed class CachingJournal
{
    private readonly Journaled journal = new Journaled().Started();

    public CachingView View => Visualizer.Dashboard.Stage.LabViews.Fold(new CachingView(), journal.Events);

    public CachingJournal Says(string cacheControl, string etag = "strong", double at = 0) => Add(at, new CachingConfigured(cacheControl, etag, false));

    public CachingJournal Add(double at, IEventData data, string? id = null, string lab = "http-caching")
    {
        journal.Add(at, data, lab, id);
        return this;
    }

    public CachingJournal Reset() => Add(0, new SandboxStarted(1, 42, CachingView.Slug, new(Journaled.Start, 1, false)));

    /// <summary>A request of the page's script, or of somebody else where it has no attempt.</summary>
    public CachingJournal Asks(string id, double at, string path = "/cdn/products/1", string? attempt = null, string? askedBy = null, string method = "GET", params HeaderLine[] headers) => Add(
        at,
        new RequestReceived(method, path, "HTTP/1.1", attempt is null ? headers : [new(BrowserReport.Header, attempt), .. headers],
            askedBy is null ? new(attempt is not null, "Mozilla/5.0") : new(false, "Visualizer-Cache/1.0", askedBy)),
        id);

    public CachingJournal Answers(string id, double at, int status, string etag = "\"1-a\"") => Add(
        at, new ResponseSent(status, [new("ETag", etag)], CapturedBody.None, status == 200 ? new("{}", 40_000) : CapturedBody.None, 1), id);

    public CachingJournal Consults(string id, double at, string step, string? forward = null, CachedCopy? copy = null) =>
        Add(at, new CacheConsulted("/products/1", step, forward, "because", "RFC 9111 §4", copy), id);

    public CachingJournal Reads(string id, double at, string outcome, long version = 1) =>
        Add(at, new ProductRead(1, version, $"\"{version}-a\"", null, outcome, "because", "RFC 9110 §13.1.2", 40_000), id);

    /// <summary>The browser's word: 0 bytes transferred is its own copy, 300 a 304.</summary>
    public CachingJournal Reports(string attempt, double at, long? transferred, long version = 1, string cacheControl = "no-cache") => Add(
        at, new BrowserReported(attempt, "/cdn/products/1", 200, transferred, 40_000, version, cacheControl, 0, 1_000));

    public CachingJournal ChangesBehind(double at, long version) => Add(at, new ProductChanged(1, version, 1_000, $"\"{version - 1}-a\"", $"\"{version}-a\"", null));

    /// <summary>A get that goes all the way, as a whole or as a 304.</summary>
    public CachingJournal Gets(int number, bool whole)
    {
        var (id, own, status) = ($"r{(2 * number) + 1}", $"r{(2 * number) + 2}", whole ? 200 : 304);
        return Asks(id, number, attempt: $"a{number}").Consults(id, number, whole ? "fetch" : "revalidate", whole ? "uri-miss" : "stale")
            .Asks(own, number, "/products/1", askedBy: id).Reads(own, number, whole ? "sent" : "not_modified").Answers(own, number, status)
            .Answers(id, number, status).Reports($"a{number}", number, whole ? 40_300 : 300);
    }

    public static CachedCopy Copy(double ageMs = 0, double lifetimeMs = 60_000, string etag = "\"1-a\"", bool asksFirst = false) => new(etag, 40_000, ageMs, lifetimeMs, 0, asksFirst, []);
}
