using Microsoft.AspNetCore.Builder;
using Visualizer.DemoApi.Labs.ApiDocumentation;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Documentation;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public async Task Dump()
    {
        await using var api = await TinyApi.StartAsync(app =>
        {
            app.Use((http, next) =>
            {
                if (http.Request.Path.StartsWithSegments("/s/abc", out var rest))
                    (http.Request.PathBase, http.Request.Path) = ("/s/abc", rest);
                return next(http);
            });
            app.UseRouting();
            app.MapApiDocumentation();
            app.MapApiDocumentation("/api");
            NastyOperations.Map(app.MapGroup("/api"));
        }, builder => builder.Services.AddApiDocumentation());
        await File.WriteAllTextAsync("/tmp/w-problems/spike.json", await api.Client.GetStringAsync("/openapi.json"));
        await File.WriteAllTextAsync("/tmp/w-problems/inside.json", await api.Client.GetStringAsync("/s/abc/api/openapi.json"));
        foreach (var p in new[] { "/docs", "/docs/index.html", "/docs/swagger-ui-bundle.js", "/redoc", "/redoc/index.html", "/redoc/index.js", "/redoc/redoc.standalone.js", "/s/abc/api/docs", "/s/abc/api/docs/index.html", "/s/abc/api/redoc/index.js" })
        {
            using var r = await api.Client.GetAsync(p);
            var text = await r.Content.ReadAsStringAsync();
            await File.AppendAllTextAsync("/tmp/w-problems/pages.txt", $"{p} {(int)r.StatusCode} {r.RequestMessage!.RequestUri} {r.Content.Headers.ContentType} {text.Length} {text[..Math.Min(1200, text.Length)]}\n");
        }
    }
}
