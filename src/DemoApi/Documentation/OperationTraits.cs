using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Documentation;

/// <summary>What several calls of several labs promise in the same words.</summary>
public static class OperationTraits
{
    private static readonly Value EntityTag = Value.Text("\"1-a7f3\"", maxLength: 1024);

    /// <summary>Answers 304 to whoever has the present state already (RFC 9110 §13.1.2).</summary>
    public static Operation Revalidates(this Operation operation) => operation
        .Header("If-None-Match", "ETags you have; if one of them is still right, the answer is 304 without a body.", EntityTag)
        .GivesNothing(304, "You have the present state already.", "ETag", "Cache-Control", "Vary");

    /// <summary>Changes only the state the client has seen; where <paramref name="required"/>, it must say which that is (428).</summary>
    public static Operation GuardsAgainstLostUpdates(this Operation operation, bool required = false)
    {
        operation
            .Header("If-Match", "The ETag of the state you have seen; the change is refused if it is no longer the present one.", EntityTag)
            .Fails(ProblemTypes.PreconditionFailed);
        return required ? operation.Fails(ProblemTypes.PreconditionRequired) : operation;
    }

    /// <summary>Walks a list by cursor, page by page.</summary>
    public static Operation PagesByCursor(this Operation operation) => operation
        .Query("limit", "How many entries a page holds.", Value.Integer(1, 100, otherwise: 20))
        .Query("cursor", "Where to go on: next_cursor or prev_cursor of the page before, as it came.", Value.Text("MS4yMDI2LTAxLTIz"))
        .Fails(ProblemTypes.InvalidCursor);

    /// <summary>Walks a list by offset as well: one of the two, never both.</summary>
    public static Operation PagesByOffsetToo(this Operation operation) => operation
        .PagesByCursor()
        .Query("offset", "How many rows to skip; not together with cursor.", Value.Integer(0, long.MaxValue, example: 40));
}
