using System.Collections.Concurrent;
using System.Text.Json;

namespace Visualizer.DemoApi.Journal;

/// <summary>What one event tells, as plain data: every lab brings its own records, named in the past tense.</summary>
public interface IEventData
{
    /// <summary>About how many bytes the event holds on to; the journal's budget counts them.</summary>
    int Weight => 200;
}

/// <summary>One numbered line of a sandbox's journal.</summary>
/// <param name="Id">1, 2, 3 … within the sandbox, without gaps; never reused, not even by a reset.</param>
/// <param name="At">Sandbox time at which it happened: of an outcome its due time, not the time it was noticed.</param>
/// <param name="Lab">The lab's slug, or null where the event is the sandbox's own.</param>
/// <param name="RequestId">The exchange it belongs to, or null.</param>
public sealed record JournalEvent(long Id, DateTimeOffset At, string? Lab, string? RequestId, IEventData Data)
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    /// <summary>The event's name on the wire: <c>RequestRejected</c> is <c>request_rejected</c>.</summary>
    public string Type => NameOf(Data.GetType());

    /// <summary>The wire name of an event type.</summary>
    public static string NameOf(Type data) => Names.GetOrAdd(data, t => JsonNamingPolicy.SnakeCaseLower.ConvertName(t.Name));
}
