using Visualizer.DemoApi.Labs.Consistency.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>What became of a read: what the node has and in which version, or a problem.</summary>
/// <param name="Posts">Empty where the node has no such post.</param>
/// <param name="AnswerAt">When the answer is due, in ticks; null where a reset came in between, and with it another time.</param>
internal sealed record ReadOutcome(ReadDecision.Served? Served, IReadOnlyList<Post> Posts, long? AnswerAt, Problem? Problem);

/// <summary>A read that waits for its node to catch up; its outcome comes at the deadline (in ticks) at the latest.</summary>
internal sealed record WaitingRead(ReadRequest Request, string RequestId, long Invoked)
{
    public long Deadline => Invoked + Replication.Ticks(ConsistencyWords.LongestWaitMs);

    public TaskCompletionSource<ReadOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <content>Reads: the cluster chooses the node, the node's own database answers, the checker judges the answer.</content>
internal sealed partial class ConsistencyState
{
    /// <summary>Answers at once, or makes the read wait for its node.</summary>
    public WaitingRead Read(ReadRequest request, string requestId)
    {
        lock (_gate)
        {
            var now = _closed ? 0 : Begin();
            var read = new WaitingRead(request, requestId, now);
            if (_closed)
                read.Outcome.SetResult(Interrupted);
            else if (!TryAnswer(now, read, out var behind))
                Hold(now, read, behind);
            return read;
        }
    }

    /// <summary>Forgets a read whose client went away, or waits no longer.</summary>
    public void Withdraw(WaitingRead read)
    {
        lock (_gate)
            _waiting.RemoveAll(w => w.RequestId == read.RequestId);
    }

    // All below: under the lock.
    private static ReadOutcome Interrupted => new(null, [], null, HeldProblem.Of(HoldEnd.Interrupted));

    private static ReadOutcome Failed(Problem problem, long at) => new(null, [], at, problem);

    private void Hold(long now, WaitingRead read, ReadDecision.Behind behind)
    {
        var question = read.Request.Question with { Node = behind.Node }; // it waits where it is
        _waiting.Add(read with { Request = read.Request with { Question = question } });
        var until = Math.Min(behind.ExpectedAt ?? read.Deadline, read.Deadline);
        Tell(now, new ReadHeld(read.Request.Client, Replication.NameOf(question.Policy), question.Key, behind.Node, question.Token, Replication.UnixMilliseconds(until)), read.RequestId);
        Settle(now);
    }

    private void AnswerWaiting(long now)
    {
        foreach (var read in _waiting.ToList())
        {
            if (!TryAnswer(now, read, out var behind) && now >= read.Deadline)
                GiveUp(now, read, behind.Node);
            if (read.Outcome.Task.IsCompleted)
                _waiting.Remove(read);
        }
    }

    private bool TryAnswer(long now, WaitingRead read, out ReadDecision.Behind behind)
    {
        behind = null!;
        switch (_cluster.Read(now, read.Request.Question))
        {
            case ReadDecision.Behind still:
                behind = still;
                return false;
            case ReadDecision.Unreachable unreachable:
                Tell(now, Refusal(now, read, "", "quorum_unreachable"), read.RequestId);
                read.Outcome.SetResult(Failed(new Problem(ProblemTypes.QuorumUnreachable,
                    $"The read wants the answers of {unreachable.Needed} nodes, and only {string.Join(", ", unreachable.Reachable)} can be reached.")
                {
                    Headers = { RetryAfter = "1" },
                }, now));
                return true;
            case ReadDecision.Served served:
                read.Outcome.SetResult(Serve(now, read, served));
                return true;
            default:
                throw new InvalidOperationException("A read is served, behind, or unreachable.");
        }
    }

    private ReadOutcome Serve(long now, WaitingRead read, ReadDecision.Served served)
    {
        var (question, store, answered) = (read.Request.Question, _stores[served.Node], now + served.LatencyTicks);
        var broke = _checker.Observe(new(false, read.Request.Client, served.Node, question.Key, served.Version, 0, read.Invoked, answered));
        Tell(now, new ReadServed(
            read.Request.Client, Replication.NameOf(question.Policy), question.Key, served.Node, served.Asked, served.Version, served.Newest,
            Replication.Milliseconds(served.AgeTicks), broke.Any(b => b.Guarantee is Guarantee.MonotonicReads),
            Replication.Milliseconds(now - read.Invoked), Replication.Milliseconds(answered - read.Invoked), served.Token,
            [.. _cluster.Nodes.Select(n => new NodeVersion(n.Name, Cluster.VersionAt(n, question.Key)))],
            [.. broke.Select(b => Replication.NameOf(b.Guarantee))]), read.RequestId);
        IReadOnlyList<Post> posts = question.Key == Cluster.EveryKey ? store.Newest(read.Request.Limit) : store.Find(question.Key) is { } post ? [post] : [];
        return new(served, posts, answered, null);
    }

    private void GiveUp(long now, WaitingRead read, string node)
    {
        Tell(now, Refusal(now, read, node, "replica_behind"), read.RequestId);
        read.Outcome.SetResult(Failed(new Problem(ProblemTypes.ReplicaBehind,
            $"{node} has not received lsn {read.Request.Question.Token} within {ConsistencyWords.LongestWaitMs} ms of sandbox time. Try again, or read from the primary.")
        {
            Headers = { RetryAfter = "1" },
        }, now));
    }

    private static ReadRefused Refusal(long now, WaitingRead read, string node, string reason) =>
        new(read.Request.Client, Replication.NameOf(read.Request.Question.Policy), read.Request.Question.Key, node, Replication.Milliseconds(now - read.Invoked), reason);
}
