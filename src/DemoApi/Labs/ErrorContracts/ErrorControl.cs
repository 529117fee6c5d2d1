using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>The lab's one switch: whether a 403 may be told.</summary>
internal static class ErrorControl
{
    public static void Map(RouteGroupBuilder control)
    {
        control.MapGet("/errors", (Sandbox sandbox) => Show(sandbox));
        control.MapPut("/errors", ConfigureAsync);
    }

    private static async Task<IResult> ConfigureAsync(Sandbox sandbox, HttpContext http)
    {
        var read = await JsonBody.ReadAsync<ErrorSettings>(http);
        if (read.Problem is { } unreadable)
            return unreadable;
        var check = new Validation();
        var hide = check.Require(read.Value.HideExistence, "#/hide_existence");
        if (check.Problem is { } invalid)
            return invalid;
        var before = sandbox.State<ErrorContractsState>().Hide(hide);
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new ErrorsConfigured(before, hide), ErrorContractsLab.Slug);
        return Show(sandbox);
    }

    private static IResult Show(Sandbox sandbox) =>
        TypedResults.Json(new ErrorSettings(sandbox.State<ErrorContractsState>().HidesExistence), WireJson.Options);
}
