using Visualizer.DemoApi.Labs.Consistency.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>A write as it came.</summary>
/// <param name="Action"><c>create</c>, <c>change</c> or <c>like</c>.</param>
/// <param name="Id">The post, or null for a new one.</param>
/// <param name="Apply">Makes the new state of the old one.</param>
internal sealed record PostChange(string Action, string Client, long? Id, Func<Post, Post> Apply);

/// <summary>What became of a write: the post and its place in the log, or a problem.</summary>
/// <param name="AnswerAt">When the answer is due, in ticks.</param>
internal readonly record struct WriteOutcome(Post? Post, long Lsn, long AnswerAt, Problem? Problem);

/// <content>Writes: the primary decides, and what it decides is in its database and in the log before anybody hears of it.</content>
internal sealed partial class ConsistencyState
{
    public WriteOutcome Write(PostChange change, string requestId)
    {
        lock (_gate)
        {
            if (_closed)
                return Failed(HeldProblem.Of(HoldEnd.Interrupted));
            var (now, primary) = (Begin(), _stores[ConsistencyWords.Primary]);
            var posts = primary.Count;
            if (change.Id is null && posts >= MostPosts)
                return Failed(new Problem(ProblemTypes.Conflict, $"This sandbox holds {MostPosts} posts, and no more. Reset the lab to begin again."));
            if ((change.Id is { } id ? primary.Find(id) : new Post(posts + 1, "", "", 0, 0, Replication.Moment(now))) is not { } before)
                return Failed(new Problem(ProblemTypes.NotFound, $"There is no post '{change.Id}'.")); // a reset took it between two questions
            return _cluster.Write(now, before.Id) switch
            {
                WriteDecision.Accepted accepted => Commit(now, change, before, accepted, requestId),
                WriteDecision.Refused refused => Refuse(now, change, refused.Needed, refused.Reachable, requestId),
                WriteDecision.Backlogged backlogged => Refuse(now, change, backlogged.Node, requestId),
                var other => throw new InvalidOperationException($"{other} is no decision."),
            };
        }
    }

    // All below: under the lock.
    private static WriteOutcome Failed(Problem problem) => new(null, 0, 0, problem);

    private WriteOutcome Commit(long now, PostChange change, Post before, WriteDecision.Accepted accepted, string requestId)
    {
        var entry = accepted.Entry;
        var post = change.Apply(before) with { Version = entry.Version };
        _log[entry.Lsn] = post;
        _stores[ConsistencyWords.Primary].Apply(post);
        Tell(now, new WriteAccepted(
            change.Client, change.Action, post.Id, post.Version, entry.Lsn, Replication.NameOf(_cluster.Settings.WritePolicy), accepted.Acknowledged,
            Replication.Milliseconds(accepted.LatencyTicks), Replication.OnTheWay(_cluster, entry.Lsn)), requestId);
        foreach (var arrival in accepted.Arrived)
            Arrive(arrival);
        _checker.Observe(new(true, change.Client, ConsistencyWords.Primary, post.Id, post.Version, entry.Lsn, now, now + accepted.LatencyTicks));
        Settle(now);
        return new(post, entry.Lsn, now + accepted.LatencyTicks, null);
    }

    private WriteOutcome Refuse(long now, PostChange change, int needed, IReadOnlyList<string> reachable, string requestId)
    {
        Tell(now, Refusal(change, needed, reachable, "quorum_unreachable"), requestId);
        return Failed(new Problem(ProblemTypes.QuorumUnreachable,
            $"The write wants {needed} nodes, and only {string.Join(", ", reachable)} can take it now. Nothing was written anywhere.")
        {
            Headers = { RetryAfter = "1" },
        });
    }

    private WriteOutcome Refuse(long now, PostChange change, string node, string requestId)
    {
        Tell(now, Refusal(change, 1, [ConsistencyWords.Primary], "backlog"), requestId);
        return Failed(new Problem(ProblemTypes.ServiceUnavailable,
            $"{Cluster.MostWaiting} entries of the log wait for {node}, and no more may. Resume or heal it, then try again. Nothing was written anywhere.")
        {
            Headers = { RetryAfter = "1" },
        });
    }

    private WriteRefused Refusal(PostChange change, int needed, IReadOnlyList<string> reachable, string reason) =>
        new(change.Client, change.Action, change.Id ?? 0, Replication.NameOf(_cluster.Settings.WritePolicy), needed, reachable, reason);
}
