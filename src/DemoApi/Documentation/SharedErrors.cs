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

    private static readonly (Func<Operation, bool> Applies, ProblemType[] Types)[] Table =
    [
        (_ => true, Always),
        (o => o.Parameters.Any(p => p.In is Microsoft.OpenApi.ParameterLocation.Path), [NotFound]),
        (o => o.Parameters.Any(p => p.In is Microsoft.OpenApi.ParameterLocation.Query), [InvalidParameter]),
        (o => o.Bodies.Count > 0, [MalformedJson, InvalidBody, PayloadTooLarge, UnsupportedMediaType, ValidationError]),
    ];

    /// <summary>Every failure of the call by status, its own before the shared ones.</summary>
    public static IEnumerable<IGrouping<int, Operation.Failure>> Of(Operation operation) =>
        operation.Failures
            .Concat(Table.Where(row => row.Applies(operation)).SelectMany(row => row.Types).Select(type => new Operation.Failure(type, null)))
            .DistinctBy(failure => failure.Type)
            .GroupBy(failure => failure.Type.Status)
            .OrderBy(group => group.Key);
}
