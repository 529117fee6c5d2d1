using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Versioning.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>One user, two versions of it, and four places to say which one is meant.</summary>
public static class VersioningLab
{
    public const string Slug = "versioning";

    public static void MapVersioning(this RouteGroupBuilder api)
    {
        var users = api.VersioningChapter().WithMetadata(new LabMark(Slug));
        users.MapGet("/users/{id}", (string id, Sandbox sandbox, HttpContext http) => AnswerAsync(null, id, sandbox, http)).DescribeNegotiated();
        users.MapGet("/v1/users/{id}", (string id, Sandbox sandbox, HttpContext http) => AnswerAsync("1", id, sandbox, http)).DescribeFirst();
        users.MapGet("/v2/users/{id}", (string id, Sandbox sandbox, HttpContext http) => AnswerAsync("2", id, sandbox, http)).DescribeSecond();
        users.MapUsersThroughCache();
        users.MapGet("/versions", List).DescribeList();
        // No call of the API: a version that does not exist has no addresses. It is caught to be explained, and drawn.
        users.Map("/v{version:regex(^(?![12]$))}/users/{id}", (string version, string id, Sandbox sandbox, HttpContext http) => AnswerAsync(version, id, sandbox, http))
            .ExcludeFromDescription();
    }

    public static void MapVersioningControl(this RouteGroupBuilder control)
    {
        control.MapGet("/versioning", (Sandbox sandbox) => TypedResults.Json(sandbox.State<VersionShelf>().Rules.Contract, WireJson.Options));
        control.MapPut("/versioning", ConfigureAsync);
    }

    /// <param name="path">The version in the address, or null where it names none and the rest of the request decides.</param>
    private static async Task<IResult> AnswerAsync(string? path, string id, Sandbox sandbox, HttpContext http)
    {
        var (now, rules) = (sandbox.Clock.GetUtcNow(), sandbox.State<VersionShelf>().Rules);
        var asked = AskedVersion.Of(http.Request, path);
        var decision = VersionNegotiation.Decide(asked, rules.DefaultVersion);
        var refused = Refusal(decision, http.Request);
        var vary = path is null && rules.Vary ? AskedVersion.Vary : "";
        sandbox.Journal.Append(now, VersioningEvent.Of(asked, decision, refused, rules, vary, now), Slug, http.Exchange().RequestId);

        VersionHeaders.WriteKnown(http.Response.Headers, vary);
        return refused ?? await ServeAsync(decision, rules.LifetimeOf(decision.Version), now, id, sandbox, http);
    }

    private static async Task<IResult> ServeAsync(
        VersionDecision decision, Lifetime lifetime, DateTimeOffset now, string id, Sandbox sandbox, HttpContext http)
    {
        VersionHeaders.Write(http, decision, lifetime, id);
        if (lifetime.StageAt(now) is LifeStage.Gone)
            return VersionProblems.Gone(decision.Version, lifetime.Sunset!.Value, id);
        if (await VersionedUser.FindAsync(id, decision.Version, sandbox, http.RequestAborted) is not { } user)
            return new Problem(ProblemTypes.NotFound, $"There is no user '{id}'.");
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.ETag = $"{user.Tag}";
        return Preconditions.Of(http.Request).Check(new Validators(user.Tag)).Answer() ?? TypedResults.Text(user.Body, decision.ContentType);
    }

    /// <summary>In the order of errors: an address that is none, a body that nobody can read, then what the rest of the request says.</summary>
    private static Problem? Refusal(VersionDecision decision, HttpRequest request) =>
        decision.Fault is not VersionFault.UnknownPath && AskedVersion.UnknownBody(request) is { } mediaType ? VersionProblems.UnknownBody(mediaType)
        : decision.Fault is not null ? VersionProblems.Of(decision)
        : null;

    private static IResult List(Sandbox sandbox) =>
        TypedResults.Json(VersionCatalogue.At(sandbox.Clock.GetUtcNow(), sandbox.State<VersionShelf>().Rules), WireJson.Options);

    private static async Task<IResult> ConfigureAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await VersionRules.ReadAsync(sandbox, http);
        if (read.Problem is { } refused)
            return refused;
        var before = sandbox.State<VersionShelf>().Replace(read.Value);
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new VersioningConfigured(before.State, read.Value.State), Slug);
        return TypedResults.Json(read.Value.Contract, WireJson.Options);
    }
}
