using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Documentation;

/// <summary>Writes an <see cref="Operation"/> into the document; what Swashbuckle guessed from the handler's parameters is dropped.</summary>
internal sealed class OperationFilter : IOperationFilter
{
    public const string Bearer = "bearer";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var described = metadata.OfType<Operation>().Last();
        var chapter = metadata.OfType<Chapter>().LastOrDefault()
            ?? throw new InvalidOperationException($"{described.Id} belongs to no chapter: map it on api.Chapter(…).");

        operation.OperationId = described.Id;
        operation.Summary = described.Summary;
        operation.Description = described.Description ?? $"{described.Summary}.";
        operation.Tags = new HashSet<OpenApiTagReference> { new(chapter.Name, context.Document) };
        operation.Parameters = [.. Parameters(described, context)];
        operation.RequestBody = Body(described, context);
        operation.Responses = Responses(described, context);
        operation.Security = Security(described, context.Document);
    }

    private static IEnumerable<IOpenApiParameter> Parameters(Operation described, OperationFilterContext context)
    {
        var path = context.ApiDescription.RelativePath!;
        foreach (var name in RoutePatternFactory.Parse(path).Parameters.Select(parameter => parameter.Name))
        {
            yield return Parameter(described.Parameters.Find(p => p.In is ParameterLocation.Path && p.Name == name)
                ?? (name == "id" ? DocumentFilter.Id : throw new InvalidOperationException($"{described.Id} does not describe {{{name}}} of {path}.")));
        }
        foreach (var parameter in described.Parameters.Where(p => p.In is not ParameterLocation.Path))
            yield return Parameter(parameter);
        yield return new OpenApiParameterReference(DocumentFilter.Fault, context.Document);
    }

    // Swagger UI fills a parameter's own example into its form, and would send every optional header with it; not so one of the schema.
    internal static OpenApiParameter Parameter(Operation.Parameter parameter)
    {
        var example = parameter.Value.Example.DeepClone();
        var schema = (OpenApiSchema)parameter.Value.Schema.CreateShallowCopy();
        schema.Examples = parameter.Required ? null : [example];
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = parameter.In,
            Description = parameter.Description,
            Required = parameter.Required,
            Schema = schema,
            Example = parameter.Required ? example : null,
        };
    }

    private static OpenApiRequestBody? Body(Operation described, OperationFilterContext context) => described.Bodies.Count == 0
        ? null
        : new OpenApiRequestBody { Required = described.BodyRequired, Content = Content(described.Bodies, context) };

    private static OpenApiResponses Responses(Operation described, OperationFilterContext context)
    {
        var responses = new OpenApiResponses();
        foreach (var answers in described.Answers.GroupBy(answer => answer.Status).OrderBy(group => group.Key))
        {
            var content = answers.Select(answer => answer.Content).OfType<Operation.Content>();
            responses[$"{answers.Key}"] = Response(answers.Key, answers.First().Description, answers.SelectMany(a => a.Headers), Content(content, context), context);
        }
        foreach (var failures in SharedErrors.Of(described, context.ApiDescription.RelativePath!))
        {
            var response = Response(failures.Key, Titles(failures), Headers(described, failures.Key), Problems(failures, context), context);
            responses[$"{failures.Key}"] = responses.TryGetValue($"{failures.Key}", out var own) ? Both(own, response) : response;
        }
        return responses;
    }

    // A status that a call uses in a shape of its own, beside the one shape of errors.
    private static OpenApiResponse Both(IOpenApiResponse own, OpenApiResponse shared)
    {
        foreach (var (mediaType, content) in own.Content!)
        {
            shared.Content![mediaType] = !shared.Content.TryGetValue(mediaType, out var other) ? content : new OpenApiMediaType
            {
                Schema = new OpenApiSchema { AnyOf = [content.Schema!, other.Schema!] },
                Examples = other.Examples!.Append(new("own", new OpenApiExample { Value = content.Example })).ToDictionary(),
            };
        }
        shared.Description = $"{own.Description} Or: {shared.Description}";
        return shared;
    }

    private static OpenApiResponse Response(
        int status, string description, IEnumerable<string> headers, Dictionary<string, OpenApiMediaType> content, OperationFilterContext context) => new()
        {
            Description = description,
            Headers = AnswerHeaders.Of(status).Concat(headers).Distinct().Order(StringComparer.Ordinal)
                .ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, context.Document)),
            Content = content.Count == 0 ? null : content,
        };

    // Several shapes under one media type are alternatives; several answers of one shape are several examples of it.
    private static Dictionary<string, OpenApiMediaType> Content(IEnumerable<Operation.Content> contents, OperationFilterContext context) => contents
        .GroupBy(content => content.MediaType)
        .ToDictionary(group => group.Key, group =>
        {
            var schemas = group.Select(content => content.Type).Distinct()
                .Select(type => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository)).ToList();
            var examples = group.Select(content => content.Example?.DeepClone()).ToList();
            return new OpenApiMediaType
            {
                Schema = schemas.Count == 1 ? schemas[0] : new OpenApiSchema { OneOf = schemas },
                Example = examples.Count == 1 ? examples[0] : null,
                Examples = examples.Count == 1 ? null : examples.Index()
                    .ToDictionary(example => $"example-{example.Index + 1}", example => (IOpenApiExample)new OpenApiExample { Value = example.Item }),
            };
        });

    private static Dictionary<string, OpenApiMediaType> Problems(IEnumerable<Operation.Failure> failures, OperationFilterContext context) => new()
    {
        [ProblemWriter.ContentType] = new OpenApiMediaType
        {
            Schema = new OpenApiSchemaReference(DocumentFilter.Problem, context.Document),
            Examples = failures.ToDictionary(failure => failure.Type.Slug, failure => failure.Detail is null
                ? (IOpenApiExample)new OpenApiExampleReference(failure.Type.Slug, context.Document)
                : ProblemExamples.Of(failure.Type, failure.Detail)),
        },
    };

    private static IEnumerable<string> Headers(Operation described, int status) =>
        status == 415 && described.Bodies.Exists(body => body.MediaType.Contains("patch")) ? ["Accept-Patch"] : [];

    private static string Titles(IEnumerable<Operation.Failure> failures) =>
        string.Join(", or ", failures.Select((failure, index) => index == 0 ? failure.Type.Title : LowerFirst(failure.Type.Title))) + ".";

    private static string LowerFirst(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    private static List<OpenApiSecurityRequirement> Security(Operation described, OpenApiDocument document)
    {
        var withToken = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] };
        return described.Token switch
        {
            true => [withToken],
            false => [[], withToken],
            null => [],
        };
    }
}
