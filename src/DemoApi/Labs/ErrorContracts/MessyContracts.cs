namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>An error that says 200: only who reads the body learns that nothing was done.</summary>
public sealed record MessySuccess(bool Success, string ErrorCode);

/// <summary>An error with everything under one member, which may hold a text or a list.</summary>
public sealed record MessyDetail(IReadOnlyList<MessyIssue> Detail);

/// <summary>One entry of it.</summary>
/// <param name="Loc">The place, from the outside in.</param>
public sealed record MessyIssue(IReadOnlyList<string> Loc, string Msg, string Type);

/// <summary>A server's own fault, though the client made the mistake, with what belongs into a log.</summary>
public sealed record MessyCrash(string Exception, string Message, string At);

/// <summary>A problem document that says nothing but its status.</summary>
public sealed record MessyBareProblem(string Type, string Title, int Status, string Detail);

/// <summary>A problem document whose errors are a dictionary.</summary>
public sealed record MessyDictionaryProblem(string Type, string Title, int Status, string Detail, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors);

/// <summary>A problem document with members of its own.</summary>
public sealed record MessyPrivateProblem(string Type, string Title, int Status, string Detail, string Kind, long Code);
