using Microsoft.AspNetCore.Builder;

namespace Visualizer.DemoApi.Sandboxes;

/// <summary>Where an endpoint answers. Every endpoint carries one: <c>/labs/x</c> and <c>/s/{id}/labs/x</c> are the same route otherwise.</summary>
public enum SandboxScope
{
    /// <summary>Only outside of sandboxes.</summary>
    Outside,

    /// <summary>Only under <c>/s/{id}</c>.</summary>
    Inside,

    /// <summary>In both places, such as the framework's own addresses.</summary>
    Anywhere,
}

public static class SandboxScopeConventions
{
    public static TBuilder InScope<TBuilder>(this TBuilder builder, SandboxScope scope)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(scope));
        return builder;
    }
}
