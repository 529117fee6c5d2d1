using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Tests.Wire;

public sealed class QueryTests
{
    private static Query Of(string query) => new(new DefaultHttpContext { Request = { QueryString = new QueryString(query) } }.Request);

    [Theory]
    [InlineData("", 20)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=100", 100)]
    [InlineData("?limit=007", 7)]
    [InlineData("?LIMIT=5", 5)]
    public void Integer_WithinBounds_IsRead(string sent, long expected)
    {
        var query = Of(sent);

        Assert.Equal((expected, null), (query.Integer("limit", 1, 100, otherwise: 20), query.Problem));
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=-1")]
    [InlineData("?limit=101")]
    [InlineData("?limit=2147483648")]
    [InlineData("?limit=99999999999999999999")]
    [InlineData("?limit=abc")]
    [InlineData("?limit=")]
    [InlineData("?limit")]
    [InlineData("?limit=-")]
    [InlineData("?limit=+5")]
    [InlineData("?limit=%2B5")]
    [InlineData("?limit=5.0")]
    [InlineData("?limit=1e1")]
    [InlineData("?limit=%D9%A5")]
    [InlineData("?limit=5&limit=5")]
    public void Integer_OtherwiseWritten_IsRefusedByName(string sent)
    {
        var query = Of(sent);

        query.Integer("limit", 1, 100, otherwise: 20);

        Assert.Equal(("invalid-parameter", "limit"), (query.Problem?.Type.Slug, Assert.Single(query.Problem!.Errors).Parameter));
    }

    [Fact]
    public void SeveralWrongParameters_AreAllNamed()
    {
        var query = Of("?limit=0&sort=name&wait=yes&cursor=" + new string('x', 2000));

        query.Integer("limit", 1, 100);
        Assert.Equal("id", query.OneOf("sort", "id", "id", "-id"));
        Assert.True(query.Flag("wait", otherwise: true));
        Assert.Null(query.Text("cursor"));

        Assert.Equal(["limit", "sort", "wait", "cursor"], query.Problem!.Errors.Select(error => error.Parameter));
    }

    [Fact]
    public void Words_AreTakenExactly()
    {
        var query = Of("?sort=-id&wait=false&read=");

        Assert.Equal(("-id", false), (query.OneOf("sort", "id", "id", "-id"), query.Flag("wait", otherwise: true)));
        Assert.Null(query.Problem);
        Assert.Equal("any", query.OneOf("read", "any", "any", "primary"));
        Assert.NotNull(query.Problem);
    }
}
