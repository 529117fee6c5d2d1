using Visualizer.Dashboard.Labs.ErrorContracts;

namespace Visualizer.Dashboard.Tests.Labs.ErrorContracts;

public sealed class ProblemReaderTests
{
    private const string Whole = """{"type":"about:blank","title":"Not found","status":404,"detail":"No such user.","more":[1]}""";

    [Fact]
    public void Problem_WithMembersNobodyKnows_IsUnderstood() =>
        Assert.Equal(new ReadError("about:blank", "Not found", 404, "No such user."), ProblemReader.Read(404, "application/problem+json; charset=utf-8", Whole).Error);

    [Theory]
    [InlineData(200, "application/problem+json", Whole, "says that it worked")]
    [InlineData(404, "application/json", Whole, "is no problem document")]
    [InlineData(404, null, "", "no media type")]
    [InlineData(404, "application/problem+json", "<html>", "not JSON")]
    [InlineData(404, "application/problem+json", "[]", "no object")]
    [InlineData(400, "application/problem+json", Whole, "another status")]
    [InlineData(404, "application/problem+json", """{"type":"about:blank","status":404,"detail":"D"}""", "missing")]
    [InlineData(404, "application/problem+json", """{"type":"about:blank","title":4,"status":404,"detail":"D"}""", "missing")]
    [InlineData(404, "application/problem+json", """{"type":"about:blank","title":"T","status":"404","detail":"D"}""", "another status")]
    public void WhatIsNoProblem_IsNotUnderstood_AndSaysWhy(int status, string? mediaType, string body, string why)
    {
        var reading = ProblemReader.Read(status, mediaType, body);
        Assert.False(reading.Understood);
        Assert.Contains(why, reading.Fault, StringComparison.Ordinal);
    }
}
