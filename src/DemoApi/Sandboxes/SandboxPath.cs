using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>Moves <c>/s/{id}</c> from the path to the path base, so that page, circuit and API of a sandbox live under one address.</summary>
/// <remarks>Stands ahead of an explicit <c>UseRouting()</c>: otherwise the routes are matched before the path is moved.</remarks>
public sealed class SandboxPath(RequestDelegate next, SandboxStore store)
{
    internal static readonly Problem NotFound = new(ProblemTypes.SandboxNotFound,
        "No sandbox lives at this address: it has expired, was deleted, or the address was mistyped. POST /api/sandboxes makes a new one.");

    public Task InvokeAsync(HttpContext context)
    {
        if (!TrySplit(context.Request.Path, out var id, out var rest))
            return next(context);
        if (SandboxId.IsWellFormed(id) && store.TryUse(id, out var sandbox))
        {
            context.SetSandbox(sandbox);
            context.Request.PathBase = context.Request.PathBase.Add($"/s/{id}");
            context.Request.Path = rest.HasValue ? rest : "/";
            return next(context);
        }

        return Gone(context, rest);
    }

    /// <summary>Programs get a problem; people get the page that the host shows for a 404.</summary>
    private static Task Gone(HttpContext context, PathString rest)
    {
        if (rest.StartsWithSegments("/api") || rest.StartsWithSegments("/sandbox"))
        {
            return ProblemWriter.WriteAsync(context, NotFound);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool TrySplit(PathString path, out string id, out PathString rest)
    {
        (id, rest) = ("", default);
        if (!path.StartsWithSegments("/s", StringComparison.Ordinal, out var after) || after.Value is not { Length: > 1 } text)
            return false;
        var end = text.IndexOf('/', 1);
        id = end < 0 ? text[1..] : text[1..end];
        rest = end < 0 ? default : new PathString(text[end..]);
        return true;
    }
}

public static class SandboxPathBuilder
{
    public static IApplicationBuilder UseSandboxPath(this IApplicationBuilder app) => app.UseMiddleware<SandboxPath>();
}
