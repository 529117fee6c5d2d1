using System.Globalization;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Wire;

/// <summary>
/// Reads query parameters one by one and collects what is wrong with them: take all values first, then ask for <see cref="Problem"/>.
/// A parameter that is repeated or empty is wrong, not the last or the default value.
/// </summary>
public sealed class Query(HttpRequest request)
{
    private readonly List<Violation> _errors = [];

    /// <summary>The 400 that names every wrong parameter, or null.</summary>
    public Problem? Problem => _errors.Count == 0 ? null : Problem.Of(ProblemTypes.InvalidParameter, _errors);

    /// <summary>The parameter's text, or null where it is absent or wrong.</summary>
    public string? Text(string name, int maxLength = 1024)
    {
        if (!request.Query.TryGetValue(name, out var values) || values.Count == 0)
            return null;
        if (values.Count > 1)
            return Refuse(name, $"{name} may be given once.");
        if (string.IsNullOrEmpty(values[0]))
            return Refuse(name, $"{name} is empty; leave it out or give it a value.");
        return values[0]!.Length > maxLength ? Refuse(name, $"{name} may have at most {maxLength} characters.") : values[0];
    }

    /// <summary>An integer within bounds, both included; <paramref name="otherwise"/> where it is absent or wrong.</summary>
    public long Integer(string name, long min, long max, long otherwise) => Integer(name, min, max) ?? otherwise;

    public long? Integer(string name, long min, long max)
    {
        if (Text(name) is not { } text)
            return null;
        var isNumber = text.AsSpan(text[0] == '-' ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');
        if (isNumber && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        Refuse(name, isNumber ? $"{name} must be from {min} to {max}." : $"{name} must be an integer from {min} to {max}.");
        return null;
    }

    /// <summary>One of the given words, exactly; <paramref name="otherwise"/> where it is absent or wrong.</summary>
    public string OneOf(string name, string otherwise, params ReadOnlySpan<string> words)
    {
        var text = Text(name) ?? otherwise;
        if (words.Contains(text) || text == otherwise)
            return text;
        Refuse(name, $"{name} must be one of {string.Join(", ", words)}.");
        return otherwise;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string name, bool otherwise) => OneOf(name, otherwise ? "true" : "false", "true", "false") == "true";

    /// <summary>Adds what a lab itself finds wrong with a parameter, such as two that exclude each other.</summary>
    public string? Refuse(string name, string detail)
    {
        _errors.Add(Violation.InQuery(name, detail));
        return null;
    }
}
