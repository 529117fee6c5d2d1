using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>Posts on three nodes: a primary that takes the writes, two replicas that follow behind, and reads that choose whom to ask.</summary>
public static class ConsistencyLab
{
    public const string Slug = "consistency";

    public static void MapConsistency(this RouteGroupBuilder api)
    {
        var posts = api.Chapter("Posts", "One primary and two replicas that lag behind it: every answer says which node it is from, and which version it shows.").WithMetadata(new LabMark(Slug));
        posts.MapGet("/posts", ListAsync).Describe("listPosts", "List the newest posts of one node", PostOperations.List);
        posts.MapPost("/posts", CreateAsync).Describe("createPost", "Write a post", PostOperations.Create);
        posts.MapGet("/posts/{id}", ReadAsync).Describe("getPost", "Read a post from a node of your choice", PostOperations.Read);
        posts.MapPut("/posts/{id}", ChangeAsync).Describe("replacePost", "Change a post", PostOperations.Change);
        posts.MapPost("/posts/{id}/likes", LikeAsync).Describe("likePost", "Like a post", PostOperations.Like);
    }

    public static void MapConsistencyControl(this RouteGroupBuilder control)
    {
        control.MapGet("/replication", (Sandbox sandbox) => Json(sandbox.State<ConsistencyState>().Setting));
        control.MapPut("/replication", ConfigureAsync);
        control.MapGet("/replication/trials/{feature}", Try);
    }

    private static Task<IResult> ListAsync(Sandbox sandbox, HttpContext http) => AnswerAsync(sandbox, http, Core.Cluster.EveryKey);

    private static Task<IResult> ReadAsync(string id, Sandbox sandbox, HttpContext http) =>
        IdOf(id) is { } post ? AnswerAsync(sandbox, http, post) : Task.FromResult<IResult>(NoPost(id));

    private static async Task<IResult> CreateAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<NewPost>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        if (new Validation().Check(read.Value).Problem is { } invalid)
            return invalid;
        return await WriteAsync(sandbox, http, "create", null, post => With(post, read.Value));
    }

    private static async Task<IResult> ChangeAsync(string id, Sandbox sandbox, HttpContext http)
    {
        if (IdOf(id) is not { } known)
            return NoPost(id);
        var read = await JsonBody.ReadAsync<NewPost>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        if (!sandbox.State<ConsistencyState>().Exists(known))
            return NoPost(id);
        if (new Validation().Check(read.Value).Problem is { } invalid)
            return invalid;
        return await WriteAsync(sandbox, http, "change", known, post => With(post, read.Value));
    }

    private static async Task<IResult> LikeAsync(string id, Sandbox sandbox, HttpContext http) =>
        IdOf(id) is { } known && sandbox.State<ConsistencyState>().Exists(known)
            ? await WriteAsync(sandbox, http, "like", known, post => post with { Likes = post.Likes + 1 })
            : NoPost(id);

    private static async Task<IResult> WriteAsync(Sandbox sandbox, HttpContext http, string action, long? id, Func<Post, Post> change)
    {
        var client = ClientId.Read(http.Request);
        if (client.Problem is { } malformed)
            return malformed;
        var written = sandbox.State<ConsistencyState>().Write(new(action, client.Value, id, change), http.Exchange().RequestId);
        if (written.Problem is { } refused)
            return refused;
        await ArriveAsync(sandbox, http, written.AnswerAt);
        var (headers, post) = (http.Response.Headers, written.Post!);
        headers[ConsistencyToken.Header] = ConsistencyToken.Of(written.Lsn);
        headers["Data-Version"] = $"{post.Version}";
        headers["Served-By"] = ConsistencyWords.Primary;
        if (id is null)
            headers.Location = $"{http.Request.PathBase}/api/posts/{post.Id}";
        return Json(post, id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> AnswerAsync(Sandbox sandbox, HttpContext http, long post)
    {
        var read = ReadRequest.Read(http.Request, post);
        if (read.Problem is { } unreadable)
            return unreadable;
        var (outcome, interrupted) = await PatientRead.AnswerAsync(sandbox, read.Value, http);
        if ((interrupted ?? outcome!.Problem) is { } failed)
            return failed;
        var (served, headers) = (outcome!.Served!, http.Response.Headers);
        await ArriveAsync(sandbox, http, outcome.AnswerAt!.Value);
        headers[ConsistencyToken.Header] = ConsistencyToken.Of(served.Token);
        headers["Data-Version"] = $"{served.Version}";
        headers["Served-By"] = served.Node;
        headers.CacheControl = "no-store"; // a copy on the way would break what the node promised
        if (post == Core.Cluster.EveryKey)
            return Json(new PostList(outcome.Posts));
        return outcome.Posts is [var found] ? Json(found) : new Problem(ProblemTypes.NotFound, $"{served.Node} has no post {post}.");
    }

    /// <summary>The way there and back takes sandbox time. The decision stands, so the answer comes even where the wait is cut short.</summary>
    private static async Task ArriveAsync(Sandbox sandbox, HttpContext http, long at)
    {
        var due = Replication.Moment(at);
        await sandbox.Held.Until(due, http.RequestAborted);
        http.Exchange().OutcomeAt = due;
    }

    private static async Task<IResult> ConfigureAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await ReplicationRequest.ReadAsync(http);
        return read.Problem is { } refused ? refused : Json(sandbox.State<ConsistencyState>().Configure(read.Value));
    }

    private static IResult Try(string feature, Sandbox sandbox) => Features.Try(feature, sandbox.Seed) is { } verdict
        ? Json(verdict)
        : new Problem(ProblemTypes.NotFound, $"There is no feature '{feature}'. There are {string.Join(", ", Features.All.Select(f => f.Name))}.");

    private static Post With(Post post, NewPost text) => post with { Title = text.Title!, Body = text.Body! };

    /// <summary>A positive integer, or null: such an id names nothing.</summary>
    private static long? IdOf(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static Problem NoPost(string id) => new(ProblemTypes.NotFound, $"There is no post '{id}'.");

    private static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => TypedResults.Json(value, WireJson.Options, statusCode: status);
}
