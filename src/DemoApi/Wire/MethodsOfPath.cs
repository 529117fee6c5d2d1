using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Visualizer.DemoApi.Wire;

/// <summary>Which methods an address has, asked of the endpoints themselves: routing forgets them once one of its routes takes any path.</summary>
internal sealed class MethodsOfPath(IServiceProvider services, Func<HttpContext, Endpoint, bool> counts)
{
    private static readonly string[] Order = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    // Endpoints are mapped before the first request is served and never after it.
    private readonly Lazy<Route[]> _routes = new(() => Routes(services));

    /// <summary>True if routing found an endpoint that belongs to the request, so that what it answered stands.</summary>
    public bool Belongs(HttpContext http, Endpoint? endpoint) => endpoint is RouteEndpoint route && IsPlain(route) && counts(http, route);

    /// <summary>The methods in their usual order, HEAD and OPTIONS included; empty where no endpoint has this path.</summary>
    public IReadOnlyList<string> Of(HttpContext http)
    {
        var mapped = _routes.Value
            .Where(route => counts(http, route.Endpoint) && route.Matches(http))
            .SelectMany(route => route.Methods)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (mapped.Count == 0)
            return [];
        mapped.Add(HttpMethods.Options);
        if (mapped.Contains(HttpMethods.Get))
            mapped.Add(HttpMethods.Head);
        return [.. Order.Where(mapped.Contains), .. mapped.Except(Order).Order()];
    }

    private static Route[] Routes(IServiceProvider services)
    {
        var policies = services.GetRequiredService<ParameterPolicyFactory>();
        return [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsPlain).Select(endpoint => new Route(endpoint, policies))];
    }

    // MapFallback and its relatives take every path in the last place; they are nobody's address.
    private static bool IsPlain(RouteEndpoint endpoint) =>
        endpoint.Order != int.MaxValue && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 };

    private sealed class Route(RouteEndpoint endpoint, ParameterPolicyFactory policies)
    {
        private readonly TemplateMatcher _matcher = new(new RouteTemplate(endpoint.RoutePattern), new RouteValueDictionary(endpoint.RoutePattern.Defaults));
        private readonly (string Parameter, IRouteConstraint Constraint)[] _constraints =
        [
            .. from parameter in endpoint.RoutePattern.Parameters
               from reference in parameter.ParameterPolicies
               let constraint = policies.Create(parameter, reference) as IRouteConstraint
               where constraint is not null
               select (parameter.Name, constraint),
        ];

        public Endpoint Endpoint => endpoint;

        public IReadOnlyList<string> Methods { get; } = endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods;

        public bool Matches(HttpContext http)
        {
            var values = new RouteValueDictionary();
            return _matcher.TryMatch(http.Request.Path, values)
                && _constraints.All(c => c.Constraint.Match(http, route: null, c.Parameter, values, RouteDirection.IncomingRequest));
        }
    }
}
