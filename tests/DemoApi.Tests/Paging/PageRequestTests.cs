using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Visualizer.DemoApi.Paging;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Tests.Paging;

public sealed class PageRequestTests : IDisposable
{
    private static readonly PagedList Items = new("items", "-created_at", "created_at") { TakesOffset = true };

    private readonly SandboxStore _store = new(Options.Create(new SandboxOptions()), TimeProvider.System);
    private readonly Sandbox _sandbox;

    public PageRequestTests() => _sandbox = _store.Create(SandboxOrder.Default)!;

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Nothing_IsTheFirstPageByCursor() =>
        Assert.Equal(new PageRequest(Items, 20, "-created_at", Offset: null, Cursor: null), Read("").Value);

    [Fact]
    public void SortLeftOutBesideACursor_IsTheCursorsOwn()
    {
        var cursor = new Cursor("created_at", Way.Prev, new(7, 1));

        var asked = Read($"?limit=5&cursor={Written(cursor)}").Value;

        Assert.Equal(("created_at", 5, Way.Prev, cursor), (asked.Sort, asked.Limit, asked.Way, asked.Cursor));
    }

    [Theory]
    [InlineData("?limit=0", "invalid-parameter", "limit")]
    [InlineData("?limit=101", "invalid-parameter", "limit")]
    [InlineData("?sort=name", "invalid-parameter", "sort")]
    [InlineData("?offset=-1", "invalid-parameter", "offset")]
    [InlineData("?offset=x&limit=x", "invalid-parameter", "limit,offset")]
    [InlineData("?cursor=", "invalid-cursor", "cursor")]
    [InlineData("?cursor=abc", "invalid-cursor", "cursor")]
    [InlineData("?cursor=GOOD&cursor=GOOD", "invalid-cursor", "cursor")]
    [InlineData("?cursor=GOOD&sort=created_at", "invalid-cursor", "cursor,sort")]
    [InlineData("?cursor=GOOD&offset=0", "invalid-cursor", "cursor,offset")]
    public void WhatCannotBeAsked_IsRefusedByName(string query, string problem, string fields)
    {
        var refused = Read(query.Replace("GOOD", Written(new("-created_at", Way.Next, new(7, 1))), StringComparison.Ordinal)).Problem;

        Assert.Equal((problem, 400, fields), (refused?.Type.Slug, refused?.Type.Status, string.Join(',', refused!.Errors.Select(e => e.Parameter))));
    }

    [Fact]
    public void OffsetOfAListWalkedByCursorAlone_IsRefused() =>
        Assert.Equal("offset", Assert.Single(Read("?offset=0", Items with { TakesOffset = false }).Problem!.Errors).Parameter);

    [Fact]
    public void CursorOfAnotherSandboxOfTheSameSeed_IsForeign()
    {
        var theirs = CursorCodec.Of(_store.Create(SandboxOrder.Default)!).Write(Items, new("-created_at", Way.Next, new(7, 1)));

        Assert.Equal("invalid-cursor", Read($"?cursor={theirs}").Problem?.Type.Slug);
    }

    [Fact]
    public void Links_KeepEveryOtherParameter()
    {
        var links = new PageLinks(Http("?limit=5&offset=10&CURSOR=x&category=a%26b%3E%22%0A&limit=6").Request);
        links.Add("next", ("offset", "15"));
        links.AddWhere(false, "prev", ("offset", "0"));
        var response = new DefaultHttpContext().Response;

        links.Write(response);

        Assert.Equal("</s/k3m9p2/api/items?limit=5&limit=6&category=a%26b%3E%22%0A&offset=15>; rel=\"next\"", response.Headers.Link);
    }

    private string Written(Cursor cursor) => CursorCodec.Of(_sandbox).Write(Items, cursor);

    private Read<PageRequest> Read(string query, PagedList? list = null)
    {
        var http = Http(query);
        return PageRequest.Read(http, new Query(http.Request), list ?? Items);
    }

    private DefaultHttpContext Http(string query)
    {
        var http = new DefaultHttpContext { Request = { PathBase = "/s/k3m9p2", Path = "/api/items", QueryString = new(query) } };
        http.SetSandbox(_sandbox);
        return http;
    }
}
