using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Swashbuckle.AspNetCore.SwaggerGen;
using Visualizer.DemoApi.Labs.ApiDocumentation;
using Visualizer.DemoApi.Tests.Support;

namespace Visualizer.DemoApi.Tests.Documentation;

/// <summary>An application that publishes <see cref="NastyOperations"/>, with a stand-in for the sandbox's path.</summary>
public sealed class DocumentedApi : IAsyncLifetime
{
    public TinyApi Api { get; private set; } = null!;

    public string Text { get; private set; } = null!;

    public JsonElement Document { get; private set; }

    public async Task InitializeAsync()
    {
        Api = await TinyApi.StartAsync(
            app =>
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
            },
            builder => builder.Services.AddApiDocumentation().Configure<SwaggerGenOptions>(options =>
                options.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, "DemoApi.Tests.xml"))));
        Text = await Api.Client.GetStringAsync("/openapi.json");
        Document = JsonElement.Parse(Text);
    }

    public async Task DisposeAsync() => await Api.DisposeAsync();

    public JsonElement Operation(string path, string method) => Document.GetProperty("paths").GetProperty(path).GetProperty(method);

    public JsonElement Schema(string name) => Document.GetProperty("components").GetProperty("schemas").GetProperty(name);
}
