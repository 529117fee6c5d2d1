using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>An origin that is switched off is not an error page: the connection breaks, for clients and for the cache in front.</summary>
internal static class OriginSwitching
{
    public static ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Sandbox().State<HttpCachingState>().OriginIsReachable)
            return next(context);
        http.CutConnection();
        return ValueTask.FromResult<object?>(Results.Empty);
    }
}
