using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Visualizer.DemoApi.Wire;

/// <summary>
/// The rules a body's record declares by attribute on its parameters: <c>[Required]</c>, <c>[Range]</c>, <c>[StringLength]</c>,
/// <c>[RegularExpression]</c> and their like. One place for what is checked and for what the OpenAPI document promises.
/// </summary>
internal static class DeclaredRules
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(JsonPropertyInfo Member, ValidationAttribute[] Rules)>> Known = new();

    /// <summary>Adds every broken rule of <paramref name="body"/>, in the order of its members. Nested records are the caller's.</summary>
    public static void Check(Validation validation, object body)
    {
        foreach (var (member, rules) in Known.GetOrAdd(body.GetType(), RulesOf))
        {
            var value = member.Get!(body);
            var broken = value is null ? rules.FirstOrDefault(rule => rule is RequiredAttribute) : rules.FirstOrDefault(rule => !Holds(rule, value));
            if (broken is not null)
                validation.That(false, $"#/{member.Name}", Says(broken, member.Name));
        }
    }

    /// <summary>What stands on the property and on the record's parameter of the same name.</summary>
    public static IReadOnlyList<object> Attributes(JsonPropertyInfo member, Type owner)
    {
        var property = (PropertyInfo)member.AttributeProvider!;
        var parameter = owner.GetConstructors(BindingFlags.Instance | BindingFlags.Public).SelectMany(constructor => constructor.GetParameters())
            .FirstOrDefault(parameter => parameter.Name == property.Name && parameter.ParameterType == property.PropertyType);
        return [.. property.GetCustomAttributes(inherit: true), .. parameter?.GetCustomAttributes(inherit: true) ?? []];
    }

    private static IReadOnlyList<(JsonPropertyInfo Member, ValidationAttribute[] Rules)> RulesOf(Type type) =>
        [.. WireJson.Options.GetTypeInfo(type).Properties.Select(member => (member, Attributes(member, type).OfType<ValidationAttribute>().ToArray()))];

    // Text is counted in Unicode characters, as JSON Schema counts it; the attribute counts UTF-16 units.
    private static bool Holds(ValidationAttribute rule, object value) => rule switch
    {
        RequiredAttribute => true,
        StringLengthAttribute length => value is string text && text.EnumerateRunes().Count() is var count && count >= length.MinimumLength && count <= length.MaximumLength,
        _ => rule.IsValid(value),
    };

    // Some attributes bring a message of the framework's own, with a gap for a name it would write in C#.
    private static string Says(ValidationAttribute rule, string name) => rule switch
    {
        { ErrorMessage: { } own } when !own.Contains("{0}") => own,
        RequiredAttribute => $"{name} is required.",
        RangeAttribute range => $"{name} must be from {range.Minimum} to {range.Maximum}.",
        StringLengthAttribute length => $"{name} must have {length.MinimumLength} to {length.MaximumLength} characters.",
        MaxLengthAttribute most => $"{name} must have at most {most.Length} entries.",
        RegularExpressionAttribute form => $"{name} must match {form.Pattern}.",
        EmailAddressAttribute => $"{name} must be an e-mail address such as user@domain.com.",
        _ => $"{name} is not valid.",
    };
}
