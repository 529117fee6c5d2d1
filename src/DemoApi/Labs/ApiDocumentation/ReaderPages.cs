using System.Text;
using Microsoft.AspNetCore.Builder;
using Swashbuckle.AspNetCore.ReDoc;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Visualizer.DemoApi.Labs.ApiDocumentation;

/// <summary>Swagger UI and ReDoc out of their packages; nothing is fetched from anywhere else.</summary>
internal static class ReaderPages
{
    // Relative to …/docs/index.html and …/redoc/index.html: the same inside and outside of a sandbox.
    private const string Document = "../openapi.json";

    // The package's own page asks a font service for its fonts, and ReDoc a content network for its logo: this page does without both.
    private const string ReDocPage = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta http-equiv="Content-Security-Policy"
                content="default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src blob:">
          <title>%(DocumentTitle)</title>
          <style>body { margin: 0; } a[href*="redocly.com"] img { display: none; }</style>
          %(HeadContent)
        </head>
        <body>
          <div id="redoc-container"></div>
          <script src="redoc.standalone.js"></script>
          <script src="index.js"></script>
        </body>
        </html>
        """;

    public static void Configure(SwaggerUIOptions options)
    {
        options.DocumentTitle = "Visualizer demo API";
        options.SwaggerEndpoint(Document, "Demo API");
        options.EnableDeepLinking();
        options.DisplayOperationId();
        options.DisplayRequestDuration();
        options.EnableTryItOutByDefault();
        options.ConfigObject.ValidatorUrl = null; // its badge would send the document's address to a service
    }

    public static void Configure(ReDocOptions options)
    {
        options.DocumentTitle = "Visualizer demo API";
        options.SpecUrl = Document;
        options.IndexStream = () => new MemoryStream(Encoding.UTF8.GetBytes(ReDocPage));
    }
}
