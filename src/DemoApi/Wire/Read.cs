using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Wire;

/// <summary>What came of reading something from a request: the value, or the problem to answer with.</summary>
public readonly record struct Read<T>(T Value, Problem? Problem)
{
    public static implicit operator Read<T>(T value) => new(value, null);

    public static implicit operator Read<T>(Problem problem) => new(default!, problem);
}
