using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Versioning.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.SharedCache;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>
/// The same addresses through a shared cache. The cache is right to the letter: it keeps apart what <c>Vary</c> says, and nothing else. That
/// an origin which forgets to say it hands one client's version to another is the lesson, and it is the origin's fault.
/// </summary>
internal static class UsersThroughCache
{
    public static void MapUsersThroughCache(this RouteGroupBuilder users)
    {
        users.MapGet("/cdn/users/{id}", (Sandbox sandbox, HttpContext http, Edge edge) => AnswerAsync(null, sandbox, http, edge)).DescribeCached();
        users.MapGet("/cdn/v1/users/{id}", (Sandbox sandbox, HttpContext http, Edge edge) => AnswerAsync("1", sandbox, http, edge)).DescribeCached(1);
        users.MapGet("/cdn/v2/users/{id}", (Sandbox sandbox, HttpContext http, Edge edge) => AnswerAsync("2", sandbox, http, edge)).DescribeCached(2);
    }

    private static async Task<IResult> AnswerAsync(string? path, Sandbox sandbox, HttpContext http, Edge edge)
    {
        var shelf = sandbox.State<VersionShelf>();
        var asked = AskedVersion.Of(http.Request, path);
        var answer = await edge.AnswerAsync(http, shelf.Cache);
        var wanted = VersionNegotiation.Decide(asked, shelf.Rules.DefaultVersion);
        var told = new VersionHandedOut(
            AskedVersion.Told(asked), wanted.Fault is null ? wanted.Version : null, Given(answer), VersioningEvent.Word(wanted.Sources[0]),
            FromCopy: answer is CachedAnswer { Age: not null });
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), told, VersioningLab.Slug, http.Exchange().RequestId);
        return answer;
    }

    private static int? Given(IResult answer) =>
        answer is CachedAnswer { Response: { } response } && Versions.TryRead(response.Fields[AskedVersion.Header] ?? "", out var version) ? version : null;

    private static void DescribeCached(this RouteHandlerBuilder call) => call.Describe("getUserThroughCache", "Read a user through a shared cache, in the version you ask for", operation => operation
        .Says("The cache keeps versions apart as far as `Vary` tells it to; `PUT …/sandbox/versioning` with `vary: false` makes the origin forget that.")
        .AsksForVersion()
        .Gives(200, "The user, from the cache or from the origin.", VersionCatalogue.First, [.. VersioningOperations.Ending, "Vary", "Age", "Cache-Status"])
        .GivesAs(Versions.MediaTypeOf(1), 200, "Version 1.", VersionCatalogue.First)
        .GivesAs(Versions.MediaTypeOf(2), 200, "Version 2.", VersionCatalogue.Second)
        .Revalidates()
        .FailsToNegotiate()
        .Fails(ProblemTypes.GatewayTimeout));

    private static void DescribeCached(this RouteHandlerBuilder call, int version) => call.Describe($"getUserV{version}ThroughCache", $"Read a user in version {version} through a shared cache", operation =>
    {
        operation.Says("The version is in the address, and the address is the cache's key: these are never mixed.").Revalidates().Fails(ProblemTypes.GatewayTimeout, ProblemTypes.ConflictingVersions);
        _ = version == Versions.First
            ? operation.GivesAs(Versions.MediaTypeOf(1), 200, "The user; the name is one text.", VersionCatalogue.First, [.. VersioningOperations.Ending, "Age", "Cache-Status"]).Fails(ProblemTypes.Gone)
            : operation.GivesAs(Versions.MediaTypeOf(2), 200, "The user; the name is an object.", VersionCatalogue.Second, [.. VersioningOperations.Always, "Age", "Cache-Status"]);
    });
}
