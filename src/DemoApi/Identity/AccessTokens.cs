using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Visualizer.DemoApi.Identity.Core;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Identity;

/// <summary>Stands between routing and the handlers: 401 for an invalid token on any call, and what an endpoint demands beyond that.</summary>
public static class AccessTokens
{
    public static IServiceCollection AddAccessTokens(this IServiceCollection services)
    {
        services.AddHttpContextAccessor().AddSingleton<SandboxTokenHandler>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<SandboxTokenHandler>((bearer, handler) =>
        {
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters = SandboxTokenHandler.Parameters;
            bearer.TokenHandlers.Clear();
            bearer.TokenHandlers.Add(handler);
            bearer.Events = new JwtBearerEvents { OnMessageReceived = TakePresented };
        });
        // The framework would log every address with its query, and somebody puts a token there.
        return services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
    }

    /// <summary>Behind routing (404 and 405 come first) and behind the arrival recorder; in front of everything that reads the request.</summary>
    public static IApplicationBuilder UseAccessTokens(this IApplicationBuilder app) => app
        .Use((http, next) => Concerned(http) ? PresentAsync(http, next) : next(http))
        .UseAuthentication()
        .Use((http, next) => Concerned(http) && !VerifiesByItself(http) ? AdmitAsync(http, next) : next(http));

    /// <summary>A call of the demo API that exists; what routing answers 405 with is no route.</summary>
    private static bool Concerned(HttpContext http) => http.Features.Get<RecordedExchange>() is { Recorded: true } && http.GetEndpoint() is RouteEndpoint;

    private static bool VerifiesByItself(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<VerifiesByItself>() is not null;

    private static Task PresentAsync(HttpContext http, RequestDelegate next)
    {
        var (token, problem) = Credentials.Of(http.Request);
        if (problem is not null)
            return RefuseAsync(http, problem, check: null);
        if (token is not null)
            http.Features.Set(new PresentedToken(token));
        return next(http);
    }

    private static Task TakePresented(MessageReceivedContext context)
    {
        context.Token = VerifiesByItself(context.HttpContext) ? null : context.HttpContext.Features.Get<PresentedToken>()?.Text;
        if (context.Token is null)
            context.NoResult();
        return Task.CompletedTask;
    }

    private static Task AdmitAsync(HttpContext http, RequestDelegate next)
    {
        var presented = http.Features.Get<PresentedToken>();
        var demand = http.GetEndpoint()?.Metadata.GetMetadata<TokenDemand>();
        if (presented is null)
            return demand is null ? next(http) : RefuseAsync(http, Challenge.ForNone(), check: null);
        if (presented.Subject is not { } subject)
        {
            var failed = presented.Verdict?.Failed ?? new CheckResult(StrictChecks.Form.Name, "It cannot be read."); // whoever was not verified is not let in
            return RefuseAsync(http, Challenge.ForInvalid(failed), failed.Check);
        }

        if (demand?.Role is { } role && role != subject.Role)
            return RefuseAsync(http, demand.Hidden?.Invoke(http) ?? Challenge.ForRole(role), check: null, known: true);
        return next(http);
    }

    private static Task RefuseAsync(HttpContext http, Problem problem, string? check, bool known = false)
    {
        http.Features.Set(new AccessRefusal(known, problem));
        Tell(http, new AccessRefused(problem.Type.Status, check, problem.Detail));
        return ProblemWriter.WriteAsync(http, problem);
    }

    private static void Tell(HttpContext http, IEventData happened)
    {
        var (sandbox, exchange) = (http.Sandbox(), http.Exchange());
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), happened, exchange.Lab, exchange.RequestId);
    }
}
