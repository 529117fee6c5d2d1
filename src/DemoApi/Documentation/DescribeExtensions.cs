using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Visualizer.DemoApi.Documentation;

/// <summary>How a lab puts its calls into the OpenAPI document.</summary>
public static class DescribeExtensions
{
    /// <summary>A chapter of the document: the calls of one lab, under a name and a sentence or two.</summary>
    public static RouteGroupBuilder Chapter(this RouteGroupBuilder api, string name, string description) =>
        api.MapGroup("").WithMetadata(new Chapter(name, description));

    /// <summary>
    /// Publishes a call: <paramref name="id"/> is its name in client code (camelCase, unique), <paramref name="summary"/> one line
    /// in a learner's words.
    /// </summary>
    public static T Describe<T>(this T endpoint, string id, string summary, Action<Operation>? describe = null)
        where T : IEndpointConventionBuilder
    {
        var operation = new Operation(id, summary);
        describe?.Invoke(operation);
        return endpoint.WithMetadata(operation).WithName(id);
    }
}

/// <summary>Name and description of a chapter (a tag, in OpenAPI's words), carried by its endpoints.</summary>
internal sealed record Chapter(string Name, string Description);
