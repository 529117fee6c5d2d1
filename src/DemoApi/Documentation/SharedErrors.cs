using Microsoft.OpenApi;
using Visualizer.DemoApi.Problems;
using static Visualizer.DemoApi.Problems.ProblemTypes;

namespace Visualizer.DemoApi.Documentation;

/// <summary>The decision table: which errors a call can answer by its shape alone, so that no lab has to list them.</summary>
internal static class SharedErrors
{
    // Demo-Fault and Authorization are read on every call, and whatever is delayed waits on the sandbox clock.
    private static readonly ProblemType[] Always =
    [
        InvalidHeader, InvalidRequest, InvalidToken, SandboxNotFound, InternalError, TooManyHeldRequests, HeldRequestOverdue, HeldRequestInterrupted,
    ];

    private static readonly (Func<Operation, string, bool> Applies, ProblemType[] Types)[] Table =
    [
        ((_, _) => true, Always),
        ((o, path) => path.Contains('{') && !o.BodyErrorsOfItsOwn, [NotFound]),
        ((o, _) => o.Parameters.Any(p => p.In is ParameterLocation.Query), [InvalidParameter]),
        ((o, _) => o.Bodies.Count > 0 && !o.BodyErrorsOfItsOwn, [MalformedJson, InvalidBody, PayloadTooLarge, UnsupportedMediaType, ValidationError]),
    ];

    /// <summary>Every failure of a call at <paramref name="path"/>, by status, its own before the shared ones.</summary>
    public static IEnumerable<IGrouping<int, Operation.Failure>> Of(Operation operation, string path) =>
        operation.Failures
            .Concat(Table.Where(row => row.Applies(operation, path)).SelectMany(row => row.Types).Select(type => new Operation.Failure(type, null)))
            .DistinctBy(failure => failure.Type)
            .GroupBy(failure => failure.Type.Status)
            .OrderBy(group => group.Key);
}
