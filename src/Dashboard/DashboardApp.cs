using Microsoft.AspNetCore.Diagnostics;
using Visualizer.Dashboard.Components;
using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Labs.ApiDocumentation;
using Visualizer.Dashboard.Labs.ErrorContracts;
using Visualizer.Dashboard.Labs.NPlusOne;
using Visualizer.Dashboard.Labs.Consistency;
using Visualizer.Dashboard.Labs.Idempotency;
using Visualizer.Dashboard.Labs.HttpCaching;
using Visualizer.Dashboard.Labs.JwtSecurity;
using Visualizer.Dashboard.Labs.Pagination;
using Visualizer.Dashboard.Labs.RateLimiting;
using Visualizer.Dashboard.Labs.Versioning;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.Dashboard;

/// <summary>The one host: pages, circuits and the demo API in one process. Tests build the same app and add their own configuration.</summary>
public static class DashboardApp
{
    /// <param name="args">The command line's.</param>
    /// <param name="configure">Runs last, before the app is built.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(DashboardApp).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets(); // also outside Development, where an unpublished app would lack them
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
        });
        builder.Services.AddDemoApi();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = 192 * 1024); // a document from its editor is larger than the 32 KiB of the default
        builder.Services.AddHealthChecks();
        builder.Services.AddResponseCompression(pages => pages.MimeTypes = ["text/html"]);
        builder.Services.AddSingleton<PageHttp>();
        builder.Services.AddScoped<CurrentSandbox>().AddScoped<ApiClient>().AddScoped<SandboxControl>().AddScoped<RateLimitingClient>();
        builder.Services.AddScoped<IdempotencyClient>();
        builder.Services.AddScoped<NPlusOneClient>();
        builder.Services.AddScoped<ApiDocumentationClient>();
        builder.Services.AddScoped<PaginationClient>();
        builder.Services.AddScoped<VersioningClient>().AddScoped<VersioningScenarios>();
        builder.Services.AddScoped<ErrorContractsClient>().AddScoped<ErrorContractsScenario>();
        builder.Services.AddScoped<CachingClient>();
        builder.Services.AddScoped<ConsistencyClient>();
        builder.Services.AddScoped<JwtSecurityClient>();
        configure?.Invoke(builder);

        var app = builder.Build();
        UsePages(app);
        app.UseDemoApi();
        app.UseAntiforgery();
        app.MapDemoApi();
        MapPages(app);
        return app;
    }

    private static void UsePages(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
                context.Request.Method = HttpMethods.Get; // the error page is read, whatever was sent to the address that is not there
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        app.UseWhen(IsPage, pages => pages.UseResponseCompression());
    }

    /// <summary>What the demo API answers travels as it is: learners look at the bytes.</summary>
    private static bool IsPage(HttpContext context) => !context.Request.Path.Value!.Contains("/api/", StringComparison.Ordinal);

    private static void MapPages(WebApplication app)
    {
        app.MapHealthChecks("/health/live").InScope(SandboxScope.Outside);
        app.MapHealthChecks("/health/ready").InScope(SandboxScope.Outside);
        app.MapStaticAssets().InScope(SandboxScope.Outside);
        LabEntry.Map(app);
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(circuit => circuit.DisableWebSocketCompression = true) // 250 KiB a circuit to shorten messages that are short
            .Add(endpoint => endpoint.Metadata.Add(ScopeOf(((RouteEndpointBuilder)endpoint).RoutePattern.RawText)));
    }

    /// <summary>Labs live in a sandbox; the framework's own addresses (<c>_blazor</c>) and the error pages follow the page that asks.</summary>
    private static SandboxScope ScopeOf(string? pattern)
    {
        var path = pattern?.TrimStart('/') ?? "";
        return path.StartsWith('_') || path is "not-found" or "error" ? SandboxScope.Anywhere
            : path.StartsWith("labs/", StringComparison.Ordinal) ? SandboxScope.Inside
            : SandboxScope.Outside;
    }
}
