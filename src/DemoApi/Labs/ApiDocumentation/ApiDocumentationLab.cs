using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ApiDocumentation;

/// <summary>The OpenAPI document of the demo API and two readers for it, inside a sandbox and outside.</summary>
public static class ApiDocumentationLab
{
    public const string Slug = "api-documentation";

    public static IServiceCollection AddApiDocumentation(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<ISerializerDataContractResolver>(new JsonSerializerDataContractResolver(WireJson.Options));
        services.AddSwaggerGen(Configure);
        services.AddSingleton(new LabMark(Slug)).AddSingleton<Stranger>();
        return services.AddSingleton<ApiDocument>().AddSingleton<FlawedDocument>();
    }

    /// <summary>
    /// Maps <c>{prefix}/openapi.json</c>, <c>{prefix}/docs</c> and <c>{prefix}/redoc</c>: once inside a sandbox with prefix <c>/api</c>,
    /// once outside with none.
    /// </summary>
    public static void MapApiDocumentation(this IEndpointRouteBuilder endpoints, string prefix = "")
    {
        endpoints.MapGet($"{prefix}/openapi.json", (HttpRequest request, ApiDocument document) =>
            TypedResults.Text(document.For(request), MediaType.Json)).ExcludeFromDescription();
        endpoints.MapGet($"{prefix}/openapi.flawed.json", Flawed).ExcludeFromDescription();
        // The packages map every method; a page is only read, and whoever posts to it shall hear 405.
        var read = new HttpMethodMetadata([HttpMethods.Get]);
        endpoints.MapSwaggerUI($"{prefix}/docs".TrimStart('/'), ReaderPages.Configure).WithMetadata(read).ExcludeFromDescription();
        endpoints.MapReDoc($"{prefix}/redoc".TrimStart('/'), ReaderPages.Configure).WithMetadata(read).ExcludeFromDescription();
    }

    /// <summary>The calls of the lab itself, below <c>/api</c>.</summary>
    public static void MapStrangerTest(this RouteGroupBuilder api) => StrangerTest.Map(api);

    /// <summary>The broken twin; <c>?mend=vague-id,untagged</c> leaves those defects out, <c>?mend=all</c> every one.</summary>
    private static IResult Flawed(HttpRequest request, FlawedDocument document)
    {
        var query = new Query(request);
        var keys = query.Text("mend")?.Split(',') ?? [];
        var mended = keys is ["all"] ? Defects.All : [.. Defects.All.Where(defect => keys.Contains(defect.Key))];
        if (keys is not ["all"] && mended.Count != keys.Distinct(StringComparer.Ordinal).Count())
            query.Refuse("mend", $"mend must be all, or some of {string.Join(", ", Defects.All.Select(defect => defect.Key))}, parted by commas.");
        return query.Problem ?? (IResult)TypedResults.Text(document.For(request, mended), MediaType.Json);
    }

    private static void Configure(SwaggerGenOptions options)
    {
        options.SwaggerDoc(ApiDocument.Name, ApiDocument.Info());
        options.DocInclusionPredicate((_, api) => api.ActionDescriptor.EndpointMetadata.OfType<Operation>().Any());
        options.AddSecurityDefinition(OperationFilter.Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "An access token from POST /auth/token.",
        });
        options.OperationFilter<OperationFilter>();
        options.SchemaFilter<SchemaFilter>();
        options.DocumentFilter<DocumentFilter>();
        var comments = Path.Combine(AppContext.BaseDirectory, "DemoApi.xml");
        if (File.Exists(comments))
            options.IncludeXmlComments(comments);
    }
}
