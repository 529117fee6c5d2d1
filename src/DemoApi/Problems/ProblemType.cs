namespace Visualizer.DemoApi.Problems;

/// <summary>One kind of error: its address ends in <see cref="Slug"/>, and title and status never vary (RFC 9457 §3.1).</summary>
public sealed record ProblemType(string Slug, int Status, string Title, string Summary, string WhatToDo)
{
    /// <summary>The same name as a program's constant: <c>validation_error</c> for <c>validation-error</c>.</summary>
    public string Code { get; } = Slug.Replace('-', '_');
}
