using System.Globalization;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.Dashboard;

/// <summary>The door for browsers: <c>/labs/{slug}</c> makes a new sandbox and goes there, the query kept.</summary>
internal static class LabEntry
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/labs/{slug}", [HttpMethods.Get, HttpMethods.Head], Enter).InScope(SandboxScope.Outside).ExcludeFromDescription();

    private static IResult Enter(string slug, HttpContext http, SandboxCreation door)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (!LabCatalog.All.Any(lab => lab.Slug == slug && lab.Built))
            return Results.StatusCode(StatusCodes.Status404NotFound);
        if (HttpMethods.IsHead(http.Request.Method) || IsPrefetch(http.Request))
            return Results.NoContent(); // looking is not entering
        var created = door.Create(http, SandboxOrder.Default with { Seed = Seed(http.Request) });
        return created.Problem is { } refused ? refused : Results.Redirect($"/s/{created.Value.Id}/labs/{slug}{http.Request.QueryString}");
    }

    private static bool IsPrefetch(HttpRequest request) =>
        $"{request.Headers["Sec-Purpose"]} {request.Headers["Purpose"]} {request.Headers["X-Moz"]}".Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    /// <summary>A link with <c>?seed=</c> reproduces its data; one that cannot be read counts as none.</summary>
    private static int Seed(HttpRequest request) =>
        int.TryParse(request.Query["seed"], NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : SandboxOrder.Default.Seed;
}
