using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>An origin that is switched off is not an error page: the connection breaks, for clients and for the cache in front.</summary>
internal static class OriginSwitching
{
    public static ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Sandbox().State<HttpCachingState>().OriginIsReachable)
            return next(context);
        http.Exchange().CutByServer = true;
        http.Abort();
        return ValueTask.FromResult<object?>(Results.Empty);
    }
}
