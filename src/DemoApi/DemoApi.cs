using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.ApiDocumentation;
using Visualizer.DemoApi.Labs.Consistency;
using Visualizer.DemoApi.Labs.ErrorContracts;
using Visualizer.DemoApi.Labs.Idempotency;
using Visualizer.DemoApi.Labs.HttpCaching;
using Visualizer.DemoApi.Labs.JwtSecurity;
using Visualizer.DemoApi.Labs.NPlusOne;
using Visualizer.DemoApi.Labs.Pagination;
using Visualizer.DemoApi.Labs.RateLimiting;
using Visualizer.DemoApi.Labs.Versioning;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Queries;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.SharedCache;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi;

/// <summary>The demo API as a whole: the list of its labs, in teaching order, and the way a request takes to them.</summary>
public static class DemoApiHost
{
    public static IServiceCollection AddDemoApi(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System); // real time; sandbox time is never a service
        services.AddOptions<SandboxOptions>().BindConfiguration(SandboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SandboxStore>().AddSingleton<SandboxCreation>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, SandboxScopePolicy>());
        services.AddSingleton<LoopbackAddress>().AddSingleton<Edge>();
        services.AddAccessTokens();
        services.AddSingleton(IdempotencyLab.Mark);
        services.AddPagination();
        services.AddSingleton(new LabMark(VersioningLab.Slug));
        services.AddSingleton(new LabMark(RateLimitingLab.Slug));
        services.AddSingleton(ErrorContractsLab.Mark);
        services.AddSingleton(new LabMark(HttpCachingLab.Slug));
        services.AddSingleton(new LabMark(JwtSecurityLab.Slug));
        services.AddSingleton(new LabMark(NPlusOneLab.Slug));
        services.AddApiDocumentation();
        services.AddSingleton(new LabMark(ConsistencyLab.Slug));
        return services;
    }

    /// <summary>The way in: sandbox, record, problems, methods, and then routing, which must stand behind them.</summary>
    public static IApplicationBuilder UseDemoApi(this IApplicationBuilder app)
    {
        app.UseSandboxPath();
        app.UseExchangeRecorder();
        app.UseProblems(SpeaksProblems);
        app.UseGates();
        app.UseHeadAndOptions(context => SpeaksProblems(context) || IsHeadOfAPage(context), SandboxScopePolicy.Fits);
        app.UseRouting();
        app.UseArrivalRecorder();
        app.UseQueryWatch();
        app.UseAccessTokens();
        app.UseDemoFaults();
        return app;
    }

    public static IEndpointRouteBuilder MapDemoApi(this IEndpointRouteBuilder app)
    {
        SandboxCreation.Map(app);

        var control = app.MapGroup("/sandbox").InScope(SandboxScope.Inside);
        control.MapSandboxControl();
        control.MapPaginationControl();
        control.MapVersioningControl();
        control.MapRateLimitingControl();
        control.MapErrorContractsControl();
        control.MapHttpCachingControl();
        control.MapNPlusOneControl();
        control.MapConsistencyControl();

        var api = app.MapGroup("/api").InScope(SandboxScope.Inside);
        api.MapIdempotency();
        api.MapPagination();
        api.MapVersioning();
        api.MapRateLimiting();
        api.MapErrorContracts();
        api.MapHttpCaching();
        api.MapJwtSecurity();
        api.MapNPlusOne();
        api.MapStrangerTest();
        api.MapConsistency();

        app.MapGroup("").WithMetadata(new Unrecorded()).InScope(SandboxScope.Inside).MapApiDocumentation("/api");
        app.MapGroup("").InScope(SandboxScope.Outside).MapApiDocumentation();
        return app;
    }

    /// <summary>Programs talk to these addresses: every error there is a problem document. People talk to the others.</summary>
    private static bool SpeaksProblems(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || (context.FindSandbox() is not null && context.Request.Path.StartsWithSegments("/sandbox"));

    /// <summary>The door to the labs answers HEAD by itself: looking is not entering.</summary>
    private static bool IsHeadOfAPage(HttpContext context) =>
        HttpMethods.IsHead(context.Request.Method) && (context.FindSandbox() is not null || !context.Request.Path.StartsWithSegments("/labs"));
}
