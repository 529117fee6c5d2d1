using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Labs.Versioning.Core;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>What the lab's calls promise, for the OpenAPI document.</summary>
internal static class VersioningOperations
{
    public static readonly string[] Always = ["API-Version", "api-deprecated-versions", "api-supported-versions", "Cache-Control", "ETag"];
    public static readonly string[] Ending = [.. Always, "Deprecation", "Link", "Sunset"];

    public static RouteGroupBuilder VersioningChapter(this RouteGroupBuilder api) =>
        api.Chapter("Users", "The same user in two versions: in the first the name is a text, in the second an object.");

    public static void DescribeNegotiated(this RouteHandlerBuilder call) => call.Describe("getUser", "Read a user in the version you ask for", operation => operation
        .Says("Ask by `Accept`, by `API-Version` or by `?version=`; places that agree are fine, places that contradict each other are 400. "
            + "Who names no version gets the default, which may move: plain `application/json` names none.")
        .AsksForVersion()
        .Gives(200, "The user, in the version that API-Version and Content-Type name.", VersionCatalogue.First, [.. Ending, "Vary"])
        .GivesAs(Versions.MediaTypeOf(1), 200, "Version 1.", VersionCatalogue.First)
        .GivesAs(Versions.MediaTypeOf(2), 200, "Version 2.", VersionCatalogue.Second)
        .Revalidates()
        .FailsToNegotiate());

    public static void DescribeFirst(this RouteHandlerBuilder call) => call.Describe("getUserV1", "Read a user in version 1, which will end", operation => operation
        .Says("From its sunset on the answer is 410, with the address of its successor.")
        .GivesAs(Versions.MediaTypeOf(1), 200, "The user; the name is one text.", VersionCatalogue.First, Ending)
        .Revalidates()
        .Fails(ProblemTypes.Gone, ProblemTypes.ConflictingVersions));

    public static void DescribeSecond(this RouteHandlerBuilder call) => call.Describe("getUserV2", "Read a user in version 2", operation => operation
        .GivesAs(Versions.MediaTypeOf(2), 200, "The user; the name is an object.", VersionCatalogue.Second, Always)
        .Revalidates()
        .Fails(ProblemTypes.ConflictingVersions));

    public static void DescribeList(this RouteHandlerBuilder call) => call.Describe("listVersions", "See which versions there are, and how they differ", operation => operation
        .Says("What `Link` with `rel=\"deprecation\"` leads to. The changes are found by comparing what the versions answer.")
        .Gives(200, "The versions, as they stand at this moment of sandbox time.", new VersionList(
            1,
            [new(1, Versions.MediaTypeOf(1), "deprecated", VersionCatalogue.Then, VersionCatalogue.Then + VersionRules.Notice), new(2, Versions.MediaTypeOf(2), "current", null, null)],
            VersionCatalogue.Changes)));

    public static Operation AsksForVersion(this Operation operation) => operation
        .Query(AskedVersion.Parameter, "The version you want.", Value.OneOf("1", "2"))
        .Header(AskedVersion.Header, "The version you want.", Value.OneOf("1", "2"));

    public static Operation FailsToNegotiate(this Operation operation) => operation
        .Fails(ProblemTypes.UnsupportedVersion, ProblemTypes.ConflictingVersions, ProblemTypes.NotAcceptable, ProblemTypes.Gone, ProblemTypes.UnsupportedMediaType);
}
