using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>What the calls of this lab promise, for the OpenAPI document.</summary>
internal static class PostOperations
{
    private const string Quorum = "The write wants 2 nodes, and only primary can take it now. Nothing was written anywhere.";

    private static readonly Post Example = new(4, "Lisbon", "We are moving the office.", 0, 1, new DateTimeOffset(2026, 1, 23, 11, 0, 0, TimeSpan.Zero));

    public static void List(Operation operation) => Reads(operation)
        .Says("`Data-Version` is the number of the node's log, so two lists can be compared.")
        .Query("limit", "How many posts, newest first.", Value.Integer(1, 100, otherwise: 20))
        .Gives(200, "What the node that answered has.", new PostList([Example]), "Served-By", "Data-Version", "Consistency-Token", "Cache-Control");

    public static void Read(Operation operation) => Reads(operation)
        .Says("A post that the primary has may be unknown to a replica for a while: 404, with `Served-By`.")
        .Gives(200, "The post as the node that answered has it.", Example, "Served-By", "Data-Version", "Consistency-Token", "Cache-Control");

    public static void Create(Operation operation) => Writes(operation)
        .Body(new NewPost(Example.Title, Example.Body))
        .Gives(201, "Written on as many nodes as the write policy wants.", Example, "Location", "Served-By", "Data-Version", "Consistency-Token")
        .Fails(ProblemTypes.Conflict, "This sandbox holds 1000 posts, and no more. Reset the lab to begin again.");

    public static void Change(Operation operation) => Writes(operation)
        .Body(new NewPost(Example.Title, Example.Body))
        .Gives(200, "The new state.", Example with { Version = 2 }, "Served-By", "Data-Version", "Consistency-Token");

    public static void Like(Operation operation) => Writes(operation)
        .Gives(200, "The new state, one like more.", Example with { Likes = 1, Version = 2 }, "Served-By", "Data-Version", "Consistency-Token");

    private static Operation Reads(Operation operation) => operation
        .Query("read", "Whom to ask: any node in turn, the primary, a quorum, or a node that has what your token stands for (waits up to 2 s of sandbox time).", Value.OneOf([.. ConsistencyWords.Reads]).Otherwise("any"))
        .Query("node", "Ask this node, with `any` or `session`.", Value.OneOf([.. ConsistencyWords.Nodes]))
        .Query("monotonic", "With `any`: pass over nodes that are older than your token.", Value.Flag(otherwise: false))
        .Query("max_staleness_ms", "With `any`: pass over nodes that have missed something for longer.", Value.Integer(0, ReadRequest.MaxAgeMs, example: 500))
        .Header(ConsistencyToken.Header, "The newest token you were given; `session` needs it.", Value.Text("\"lsn:42\"", maxLength: 24, pattern: ConsistencyToken.Form))
        .Header(ClientId.Header, "Whose session this is; only the record of broken guarantees asks.", Value.Text("alice", maxLength: ClientId.MaxLength, pattern: "^[!-~]+$"))
        .Fails(ProblemTypes.ReplicaBehind)
        .Fails(ProblemTypes.QuorumUnreachable, "The read wants the answers of 2 nodes, and only primary can be reached.");

    private static Operation Writes(Operation operation) => operation
        .Header(ClientId.Header, "Whose session this is; only the record of broken guarantees asks.", Value.Text("alice", maxLength: ClientId.MaxLength, pattern: "^[!-~]+$"))
        .Fails(ProblemTypes.QuorumUnreachable, Quorum)
        .Fails(ProblemTypes.ServiceUnavailable);
}
