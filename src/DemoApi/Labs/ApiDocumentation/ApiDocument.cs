using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Visualizer.DemoApi.Labs.ApiDocumentation;

/// <summary>The document as text. It is the same everywhere but for the server it names, so it is written twice at most.</summary>
internal sealed class ApiDocument(ISwaggerProvider provider)
{
    public const string Name = "demo";

    private const string Placeholder = "https://placeholder.invalid";

    private readonly Lazy<string> _inside = new(() => Write(provider, new OpenApiServer { Url = $"{Placeholder}/api", Description = "This sandbox." }));

    // Absolute: a server with a variable is a template, and a relative template is a finding of the linters.
    private readonly Lazy<string> _outside = new(() => Write(provider, new OpenApiServer
    {
        Url = $"{Placeholder}/s/{{sandbox}}/api",
        Description = "A sandbox of your own.",
        Variables = new Dictionary<string, OpenApiServerVariable>
        {
            ["sandbox"] = new() { Default = "your-sandbox", Description = "The id of a sandbox, from POST /api/sandboxes or from the address of any lab." },
        },
    }));

    /// <summary>The document for whoever asks: inside a sandbox its server is that sandbox, outside a template for one.</summary>
    public string For(HttpRequest request) => request.PathBase.HasValue
        ? _inside.Value.Replace(Placeholder, request.PathBase.ToUriComponent())
        : _outside.Value.Replace(Placeholder, $"{request.Scheme}://{request.Host.ToUriComponent()}");

    public static OpenApiInfo Info() => new()
    {
        Title = "Visualizer demo API",
        Version = "1.0.0",
        Description = """
            The API that the labs of Visualizer drive: small, real, and made to be broken.

            Everything belongs to one sandbox, with its own data and its own clock: `Sandbox-Time` tells the time in it, and whatever waits, waits on it.
            Every error is `application/problem+json` in one shape, whatever `Accept` says. Every GET also answers HEAD, every address answers OPTIONS,
            and a method that an address lacks is 405 with `Allow`.
            """,
        Contact = new OpenApiContact { Name = "Visualizer", Url = new Uri("https://visualizer.example/"), Email = "hello@visualizer.example" },
        License = new OpenApiLicense { Name = "MIT", Url = new Uri("https://opensource.org/license/mit") },
    };

    private static string Write(ISwaggerProvider provider, OpenApiServer server)
    {
        var document = provider.GetSwagger(Name);
        document.Servers = [server];
        using var text = new StringWriter();
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return text.ToString();
    }
}
