using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Documentation;

/// <summary>What belongs to the document as a whole: paths without prefix, HEAD, chapters, and the components that the calls refer to.</summary>
internal sealed class DocumentFilter : IDocumentFilter
{
    public const string Problem = "Problem";
    public const string Fault = "Demo-Fault";

    private const string Prefix = "/api";

    /// <summary>What <c>{id}</c> means wherever a lab does not say otherwise.</summary>
    public static readonly Operation.Parameter Id = new(
        "id", ParameterLocation.Path, "The number of the resource. Whatever is no positive integer names nothing: 404.", Value.Integer(1, long.MaxValue), true);

    private static readonly Operation.Parameter DemoFault = new(
        Fault, ParameterLocation.Header, "Injects a fault: cut the connection after the work is done, or before; fail; or take as many milliseconds of sandbox time.",
        Value.Text("delay=800", pattern: "^(drop-response|fail-before-commit|error-500|delay=(10000|[0-9]{1,4}))$"), false);

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Paths = WithoutPrefix(swaggerDoc.Paths);
        var described = context.ApiDescriptions.SelectMany(api => api.ActionDescriptor.EndpointMetadata).ToList();
        foreach (var item in swaggerDoc.Paths.Values.OfType<OpenApiPathItem>())
            AddHead(item, described.OfType<Operation>());
        // Alphabetical: readers look a chapter up, and a linter asks for it.
        swaggerDoc.Tags = described.OfType<Chapter>().DistinctBy(chapter => chapter.Name).OrderBy(chapter => chapter.Name, StringComparer.Ordinal)
            .Select(chapter => new OpenApiTag { Name = chapter.Name, Description = chapter.Description }).ToHashSet();
        AnswersAreComplete(swaggerDoc);
        AddComponents(swaggerDoc);
    }

    // Answers write every member, null or not, and may grow; bodies are read strictly. A record used for both stays as strict as a body.
    private static void AnswersAreComplete(OpenApiDocument document)
    {
        var operations = document.Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
        var schemas = document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        var read = Reached(operations.SelectMany(operation => operation.RequestBody?.Content?.Values ?? []), schemas);
        var written = Reached(operations.SelectMany(operation => operation.Responses!.Values).SelectMany(response => response.Content?.Values ?? []), schemas);
        foreach (var schema in written.Except(read).Select(name => schemas[name]).OfType<OpenApiSchema>())
        {
            schema.AdditionalPropertiesAllowed = true;
            schema.Required = schema.Properties?.Keys.ToHashSet(StringComparer.Ordinal);
        }
    }

    private static HashSet<string> Reached(IEnumerable<OpenApiMediaType> contents, IDictionary<string, IOpenApiSchema> schemas)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var content in contents)
            Visit(content.Schema);
        return reached;

        void Visit(IOpenApiSchema? schema)
        {
            if (schema is OpenApiSchemaReference { Reference.Id: { } name })
            {
                if (schemas.TryGetValue(name, out var target) && reached.Add(name))
                    Visit(target);
                return;
            }
            if (schema?.Items is { } items)
                Visit(items);
            foreach (var part in (schema?.Properties?.Values ?? []).Concat(schema?.OneOf ?? []).Concat(schema?.AnyOf ?? []))
                Visit(part);
        }
    }

    private static OpenApiPaths WithoutPrefix(OpenApiPaths paths)
    {
        var shorter = new OpenApiPaths();
        foreach (var (path, item) in paths)
            shorter.Add(path.StartsWith(Prefix + "/", StringComparison.Ordinal) ? path[Prefix.Length..] : path, item);
        return shorter;
    }

    // HEAD is GET without the body (RFC 9110 §9.3.2), so its description is GET's without the bodies.
    private static void AddHead(OpenApiPathItem item, IEnumerable<Operation> operations)
    {
        if (item.Operations?.GetValueOrDefault(HttpMethod.Get) is not { } get || operations.First(o => o.Id == get.OperationId).HeadId is not { } id)
            return;
        var responses = new OpenApiResponses();
        foreach (var (status, response) in get.Responses!)
            responses[status] = new OpenApiResponse { Description = response.Description, Headers = response.Headers };
        item.AddOperation(HttpMethod.Head, new OpenApiOperation(get)
        {
            OperationId = id,
            Summary = $"{get.Summary}, headers only",
            Description = "Answers with the headers of GET and without its body.",
            Responses = responses,
        });
    }

    // Only what is referred to: an unused component is a finding.
    private static void AddComponents(OpenApiDocument document)
    {
        var responses = document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Responses!.Values).ToList();
        var headers = responses.SelectMany(response => response.Headers!.Keys).Distinct().Order(StringComparer.Ordinal);
        var examples = responses.SelectMany(response => response.Content?.Values ?? []).SelectMany(content => content.Examples ?? new Dictionary<string, IOpenApiExample>())
            .Where(example => example.Value is OpenApiExampleReference).Select(example => example.Key).ToHashSet(StringComparer.Ordinal);

        var components = document.Components ??= new OpenApiComponents();
        (components.Schemas ??= new Dictionary<string, IOpenApiSchema>()).Add(Problem, ProblemExamples.Schema());
        components.Headers = headers.ToDictionary(name => name, name => (IOpenApiHeader)AnswerHeaders.Describe(name));
        components.Examples = ProblemTypes.All.Where(type => examples.Contains(type.Slug)).ToDictionary(type => type.Slug, type => (IOpenApiExample)ProblemExamples.Of(type));
        if (!document.Paths.Values.SelectMany(path => path.Operations!.Values).Any(operation => operation.Security is { Count: > 0 }))
            components.SecuritySchemes = null;
        components.Parameters = new Dictionary<string, IOpenApiParameter> { [Fault] = OperationFilter.Parameter(DemoFault) };
    }
}
