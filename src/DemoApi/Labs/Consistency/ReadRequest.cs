using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.Consistency.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>A read as it came: the question to the cluster, and who asks.</summary>
/// <param name="Client">The <c>Client-Id</c>, or empty: for whom the guarantees are checked.</param>
/// <param name="Limit">Of the list: how many posts.</param>
internal sealed record ReadRequest(string Client, ReadQuestion Question, long Limit)
{
    public const long MaxAgeMs = 60_000;

    public static Read<ReadRequest> Read(HttpRequest request, long post)
    {
        var query = new Query(request);
        var policy = query.OneOf("read", "any", [.. ConsistencyWords.Reads]);
        var node = query.Text("node");
        var monotonic = query.Flag("monotonic", otherwise: false);
        var maxAge = query.Integer("max_staleness_ms", 0, MaxAgeMs);
        var limit = post == Cluster.EveryKey ? query.Integer("limit", 1, 100, otherwise: 20) : 1;
        Refuse(query, policy, node, monotonic, maxAge);
        if (query.Problem is { } wrong)
            return wrong;

        var (token, client) = (ConsistencyToken.Read(request), ClientId.Read(request));
        if ((token.Problem ?? client.Problem) is { } malformed)
            return malformed;
        if (policy == "session" && token.Value is null)
        {
            return Problem.Of(ProblemTypes.InvalidHeader, Violation.InHeader(ConsistencyToken.Header,
                $"read=session needs the {ConsistencyToken.Header} of your last write or read."));
        }

        var question = new ReadQuestion((ReadPolicy)ConsistencyWords.Reads.ToList().IndexOf(policy), post, node, token.Value ?? 0, monotonic,
            maxAge is { } age ? Replication.Ticks(age) : long.MaxValue);
        return new ReadRequest(client.Value, question, limit);
    }

    private static void Refuse(Query query, string policy, string? node, bool monotonic, long? maxAge)
    {
        if (node is not null && !ConsistencyWords.Nodes.Contains(node))
            query.Refuse("node", $"node must be one of {string.Join(", ", ConsistencyWords.Nodes)}.");
        if (node is not null && policy is "primary" or "quorum")
            query.Refuse("node", $"node goes with read=any or read=session; read={policy} chooses by itself.");
        if (monotonic && policy != "any")
            query.Refuse("monotonic", $"monotonic goes with read=any; read={policy} promises it already or asks one node.");
        if (maxAge is not null && policy != "any")
            query.Refuse("max_staleness_ms", "max_staleness_ms goes with read=any.");
        if (node is not null && (monotonic || maxAge is not null))
            query.Refuse("node", "node cannot be named where monotonic or max_staleness_ms choose it.");
    }
}
