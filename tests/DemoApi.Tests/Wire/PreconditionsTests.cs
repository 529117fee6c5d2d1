using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Wire;
using static Visualizer.DemoApi.Wire.PreconditionOutcome;

namespace Visualizer.DemoApi.Tests.Wire;

public sealed class PreconditionsTests
{
    private const string Earlier = "Fri, 23 Jan 2026 10:59:59 GMT";
    private const string Then = "Fri, 23 Jan 2026 11:00:00 GMT";

    // Changed half a second after Then, which Last-Modified cannot say.
    private static readonly Validators Current = new(EntityTag.Strong("2"), new DateTimeOffset(2026, 1, 23, 11, 0, 0, 500, TimeSpan.Zero));

    private static Preconditions Of(string method, params string[] headers)
    {
        var request = new DefaultHttpContext { Request = { Method = method } }.Request;
        foreach (var header in headers)
            request.Headers.Append(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 2)..]);
        return Preconditions.Of(request);
    }

    [Theory]
    [InlineData("GET", Proceed)]
    [InlineData("PUT", Proceed)]
    [InlineData("GET", NotModified, "If-None-Match: \"2\"")]
    [InlineData("HEAD", NotModified, "If-None-Match: \"2\"")]
    [InlineData("PUT", Failed, "If-None-Match: \"2\"")]
    [InlineData("GET", NotModified, "If-None-Match: W/\"2\"")]
    [InlineData("GET", NotModified, "If-None-Match: \"1\", \"2\"")]
    [InlineData("GET", NotModified, "If-None-Match: *")]
    [InlineData("PUT", Failed, "If-None-Match: *")]
    [InlineData("GET", Proceed, "If-None-Match: \"1\"")]
    [InlineData("GET", Proceed, "If-None-Match: 2")]
    [InlineData("GET", Proceed, "If-None-Match: \"1,2\"")]
    [InlineData("GET", NotModified, "If-Modified-Since: " + Then)]
    [InlineData("GET", NotModified, "If-Modified-Since: Friday, 23-Jan-26 11:00:00 GMT")]
    [InlineData("GET", Proceed, "If-Modified-Since: " + Earlier)]
    [InlineData("GET", Proceed, "If-Modified-Since: yesterday")]
    [InlineData("GET", Proceed, "If-Modified-Since: " + Then, "If-Modified-Since: " + Then)]
    [InlineData("PUT", Proceed, "If-Modified-Since: " + Then)]
    [InlineData("GET", Proceed, "If-None-Match: \"1\"", "If-Modified-Since: " + Then)]
    [InlineData("GET", NotModified, "If-None-Match: \"2\"", "If-Modified-Since: " + Earlier)]
    [InlineData("PUT", Proceed, "If-Match: \"2\"")]
    [InlineData("PUT", Proceed, "If-Match: \"1\", \"2\"")]
    [InlineData("PUT", Proceed, "If-Match: *")]
    [InlineData("PUT", Failed, "If-Match: \"1\"")]
    [InlineData("PUT", Failed, "If-Match: W/\"2\"")]
    [InlineData("PUT", Failed, "If-Match: 2")]
    [InlineData("GET", Failed, "If-Match: \"1\"")]
    [InlineData("GET", Failed, "If-Match: \"1\"", "If-None-Match: \"2\"")]
    [InlineData("GET", NotModified, "If-Match: \"2\"", "If-None-Match: \"2\"")]
    [InlineData("PUT", Proceed, "If-Unmodified-Since: " + Then)]
    [InlineData("PUT", Failed, "If-Unmodified-Since: " + Earlier)]
    [InlineData("PUT", Proceed, "If-Unmodified-Since: never")]
    [InlineData("PUT", Proceed, "If-Match: \"2\"", "If-Unmodified-Since: " + Earlier)]
    [InlineData("GET", Failed, "If-Unmodified-Since: " + Earlier, "If-None-Match: \"2\"")]
    public void Conditions_AreAskedInTheOrderOfTheStandard(string method, PreconditionOutcome outcome, params string[] headers) =>
        Assert.Equal(outcome, Of(method, headers).Check(Current));

    [Theory]
    [InlineData("PUT", Required)]
    [InlineData("PUT", Required, "If-None-Match: \"1\"")]
    [InlineData("PUT", Required, "If-Unmodified-Since: " + Then)]
    [InlineData("PUT", Proceed, "If-Match: \"2\"")]
    [InlineData("PUT", Failed, "If-Match: \"1\"")]
    [InlineData("PUT", Failed, "If-None-Match: *")]
    public void RequiredCondition_NamesAState(string method, PreconditionOutcome outcome, params string[] headers) =>
        Assert.Equal(outcome, Of(method, headers).Check(Current, required: true));

    [Theory]
    [InlineData(Failed, "If-Match: \"2\"")]
    [InlineData(Failed, "If-Match: *")]
    [InlineData(Proceed, "If-None-Match: *")]
    [InlineData(Required)]
    public void WhatDoesNotExist_MatchesNothing(PreconditionOutcome outcome, params string[] headers) =>
        Assert.Equal(outcome, Of("PUT", headers).Check(current: null, required: true));

    [Theory]
    [InlineData("W/\"2\"", "If-Match: W/\"2\"", Failed)]
    [InlineData("W/\"2\"", "If-Match: \"2\"", Failed)]
    [InlineData("W/\"2\"", "If-Match: *", Proceed)]
    [InlineData(null, "If-Match: \"2\"", Failed)]
    [InlineData(null, "If-Match: *", Proceed)]
    [InlineData(null, "If-Unmodified-Since: " + Earlier, Proceed)]
    public void WeakTagOrNone_GuardsNoWrite(string? tag, string header, PreconditionOutcome outcome) =>
        Assert.Equal(outcome, Of("PUT", header).Check(new Validators(EntityTag.TryParse(tag, out var etag) ? etag : null)));
}
