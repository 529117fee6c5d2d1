using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Documentation;

/// <summary>
/// Says of each member whether it must be there and may be null. Bodies are read into nullable members and validated by hand, so an
/// attribute on the record's parameter (<c>[Required]</c>, <c>[Range]</c>, <c>[StringLength]</c>…) says what the type cannot.
/// </summary>
internal sealed class SchemaFilter : ISchemaFilter
{
    private readonly NullabilityInfoContext _nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } members } concrete || context.MemberInfo is not null)
            return;
        var required = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in WireJson.Options.GetTypeInfo(context.Type).Properties.Where(member => members.ContainsKey(member.Name)))
        {
            var attributes = DeclaredRules.Attributes(member, context.Type);
            var mandatory = attributes.Any(attribute => attribute is System.ComponentModel.DataAnnotations.RequiredAttribute);
            var nullable = !mandatory && IsNullable(member);
            members[member.Name] = WithNull(members[member.Name], nullable);
            members[member.Name].ApplyValidationAttributes(attributes);
            ForgetTheUnreachable(members[member.Name]);
            if (mandatory || !nullable)
                required.Add(member.Name);
        }
        concrete.Required = required;
    }

    private bool IsNullable(JsonPropertyInfo member) =>
        _nullability.Create((PropertyInfo)member.AttributeProvider!).ReadState is NullabilityState.Nullable;

    // A bound at the end of int64 bounds nothing, and as a double it is not even exact.
    private static void ForgetTheUnreachable(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema { Maximum: { } maximum } concrete && double.Parse(maximum, CultureInfo.InvariantCulture) >= long.MaxValue)
            concrete.Maximum = null;
    }

    private static IOpenApiSchema WithNull(IOpenApiSchema schema, bool nullable)
    {
        if (schema is not OpenApiSchema concrete)
            return nullable ? new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] } : schema;
        if (concrete.Type is { } type)
            concrete.Type = nullable ? type | JsonSchemaType.Null : type & ~JsonSchemaType.Null;
        return concrete;
    }
}
