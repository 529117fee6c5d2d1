using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.HttpCaching;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <content>What the shared cache and the origin decided on a request, and what the caches hold after it.</content>
public sealed partial class CachingView
{
    private CachedCopy? sharedNow;

    private void HappenedTo(CachingRow row, JournalEvent e)
    {
        switch (e.Data)
        {
            case CacheConsulted told:
                row.Consulted = told;
                Decide(told.Step.Replace('_', ' '), told.Why, told.Rule, CachingWords.StateOf(told.Copy), CachingWords.StateOf(told.Copy));
                Hold(told.Target, told.Copy ?? (told.Forward == "uri-miss" ? null : sharedNow), e.At);
                break;
            case CopyStored stored:
                row.Kept = CachingWords.Kept(stored.Copy);
                LeftBehind(stored.Copy);
                Hold(stored.Target, stored.Copy, e.At);
                break;
            case CopyFreshened fresh:
                row.Kept = fresh.Copy.AsksFirst ? "as new, asks first" : "as new";
                LeftBehind(fresh.Copy);
                Hold(fresh.Target, fresh.Copy, e.At);
                break;
            case CopyRefused:
                row.Kept = "not kept";
                break;
            case StaleCopyServed stale:
                row.Kept = "its copy stands in";
                Decide("served stale", "The origin failed, and a stale copy is better than an error", "RFC 5861 §4", CachingWords.StateOf(stale.Copy), CachingWords.StateOf(stale.Copy));
                break;
            case CopiesDropped dropped when dropped.Target is null || ProductOf(dropped.Target) == Product:
                (SharedCopy, sharedNow) = (null, null);
                break;
            case ProductRead read:
                history.Seen(read.Id, read.Version);
                (row.AtOrigin, row.AtOriginOutcome) = read.Outcome == "sent" ? ($"v{read.Version}", WireOutcome.Ok) : ($"v{read.Version}", WireOutcome.NotModified);
                var state = $"v{read.Version}, {read.Etag ?? "no ETag"}";
                Decide(read.Outcome.Replace('_', ' '), read.Why, read.Rule, state, state);
                break;
            case ProductChanged changed:
                Changed(row, changed, e);
                break;
            case WriteRefused refused:
                Refused++;
                (row.AtOrigin, row.AtOriginOutcome) = ("nothing changed", WireOutcome.Refused);
                Decide("refused", refused.Why, refused.Rule, refused.Etag ?? "no product", refused.Etag ?? "no product");
                break;
        }

        void LeftBehind(CachedCopy copy)
        {
            if (row.Consulted is { } told)
                Decide(told.Step.Replace('_', ' '), told.Why, told.Rule, CachingWords.StateOf(told.Copy), CachingWords.StateOf(copy));
        }

        void Decide(string outcome, string why, string rule, string before, string after) => Wire.Decide(e.RequestId, new(outcome, $"{why}.", rule, before, after));
    }

    private void Changed(CachingRow row, ProductChanged changed, JournalEvent e)
    {
        history.Changed(changed.Id, changed.Version, e.At);
        var editor = Wire.Find(row.RequestId)?.Request.Header(CachingClient.EditorHeader);
        var unseen = editor is not null && editors.TryGetValue(editor, out var seen) && seen is not null && seen != changed.Before;
        if (unseen)
            Lost++;
        (row.AtOrigin, row.AtOriginOutcome) = unseen ? ("overwrites unseen", WireOutcome.Refused) : ($"v{changed.Version} stored", WireOutcome.Ok);
        Wire.Decide(e.RequestId, new(
            "changed",
            unseen ? "Any state would do, so a change that this writer never saw is gone." : "The state it names is the present one.",
            "RFC 9110 §13.1.1", changed.Before ?? "no product", changed.Etag ?? $"v{changed.Version}"));
    }

    private void Hold(string target, CachedCopy? copy, DateTimeOffset at)
    {
        if (ProductOf(target) != Product)
            return;
        sharedNow = copy;
        SharedCopy = copy is null ? null : new(
            CachingWords.VersionOf(copy.ETag), (at - DateTimeOffset.UnixEpoch).TotalMilliseconds, copy.AgeMs, copy.LifetimeMs, copy.StaleWhileRevalidateMs, copy.AsksFirst);
    }

    private static CopyState? CopyOf(BrowserReported told)
    {
        var said = CacheControlField.Of(told.CacheControl);
        return said.Has("no-store") ? null : new(
            told.Version, told.RealMs, told.AgeSeconds * 1_000d, (said.Seconds("max-age") ?? 0) * 1_000d,
            said.Has("must-revalidate") ? 0 : (said.Seconds("stale-while-revalidate") ?? 0) * 1_000d, said.Has("no-cache"));
    }
}
