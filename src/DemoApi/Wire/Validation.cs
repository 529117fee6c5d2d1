using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Wire;

/// <summary>
/// Collects every broken rule of a readable body, so that the client learns of all at once: state all rules first, then ask for
/// <see cref="Problem"/>. Bounds are inclusive; the value returned beside a violation means nothing.
/// </summary>
public sealed class Validation
{
    private readonly List<Violation> _errors = [];

    /// <summary>The 422 that names every violation, or null.</summary>
    public Problem? Problem => _errors.Count == 0 ? null : Problem.Of(ProblemTypes.ValidationError, _errors);

    /// <summary>Checks what the body's record declares by attribute; further rules may follow.</summary>
    public Validation Check(object body)
    {
        DeclaredRules.Check(this, body);
        return this;
    }

    public long Require(long? value, string pointer, long min, long max)
    {
        if (Present(value is not null, pointer))
            That(value >= min && value <= max, pointer, $"{Name(pointer)} must be from {min} to {max}.");
        return value.GetValueOrDefault();
    }

    public decimal Require(decimal? value, string pointer, decimal min, decimal max)
    {
        if (Present(value is not null, pointer))
            That(value >= min && value <= max, pointer, $"{Name(pointer)} must be from {min} to {max}.");
        return value.GetValueOrDefault();
    }

    /// <summary>Length counts Unicode characters, as JSON Schema does.</summary>
    public string Require(string? value, string pointer, int minLength, int maxLength)
    {
        if (Present(value is not null, pointer))
            Allow(value, pointer, minLength, maxLength);
        return value ?? "";
    }

    public bool Require(bool? value, string pointer)
    {
        Present(value is not null, pointer);
        return value.GetValueOrDefault();
    }

    public T Require<T>(T? value, string pointer)
        where T : class
    {
        Present(value is not null, pointer);
        return value!;
    }

    /// <summary>Bounds for text that may be left out.</summary>
    public void Allow(string? value, string pointer, int minLength, int maxLength)
    {
        var length = value is null ? minLength : value.EnumerateRunes().Count();
        That(length >= minLength && length <= maxLength, pointer, $"{Name(pointer)} must have {minLength} to {maxLength} characters.");
    }

    /// <summary>Any other rule; answers whether it holds.</summary>
    public bool That(bool holds, string pointer, string detail)
    {
        if (!holds)
            _errors.Add(Violation.At(pointer, detail));
        return holds;
    }

    private bool Present(bool present, string pointer) => That(present, pointer, $"{Name(pointer)} is required.");

    private static string Name(string pointer) => pointer.TrimStart('#', '/');
}
