using Bunit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Visualizer.Dashboard.Components;
using Visualizer.Dashboard.Components.Pages;
using Visualizer.Dashboard.Components.Pages.Problems;
using Visualizer.DemoApi.Problems;

namespace Visualizer.Dashboard.Tests.Components;

public sealed class PagesTests : BunitContext
{
    private readonly DefaultHttpContext http = new() { Request = { Scheme = "https", Host = new HostString("lab.example", 8443) } };

    public PagesTests() => RenderTree.Add<Microsoft.AspNetCore.Components.CascadingValue<HttpContext>>(p => p.Add(v => v.Value, http));

    [Fact]
    public void Landing_Doors_LeadToTheFirstLabAndToTheCommandForOtherClients()
    {
        var page = Render<Landing>();

        Assert.Equal([LabCatalog.All.First(lab => lab.Built).Address, "#own-client"], page.FindAll(".door a").Select(door => door.GetAttribute("href")));
        Assert.Contains("own client", page.Find("#own-client").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Landing_Cards_TenWithTheirQuestions_AndDrawingsThatSayTheyAre()
    {
        var page = Render<Landing>();

        Assert.Equal(LabCatalog.All.Select(lab => lab.Question), page.FindAll("article p").Select(p => p.TextContent));
        Assert.StartsWith("drawing", page.Find("figcaption").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("pictures are drawings", page.Find(".labs header").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Landing_CurlLine_NamesTheHostPeopleCameBy() =>
        Assert.Equal("curl -X POST https://lab.example:8443/api/sandboxes", Render<Landing>().Find("#own-client-curl").TextContent);

    [Fact]
    public void ProblemList_EveryType_HasItsLink() =>
        Assert.Equal(ProblemTypes.All.Select(type => $"/problems/{type.Slug}").Order(StringComparer.Ordinal),
            Render<ProblemList>().FindAll("li a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Slugs))]
    public void ProblemPage_OfAType_SaysWhatItIsAndWhatToDo(string slug)
    {
        var type = ProblemTypes.Find(slug)!;
        var page = Render<ProblemPage>(p => p.Add(x => x.Slug, slug));

        Assert.Equal(type.Title, page.Find("h1").TextContent);
        Assert.Equal(type.Status.ToString(), page.Find(".outcome").TextContent);
        Assert.Contains(type.Summary, page.Find(".lead").TextContent, StringComparison.Ordinal);
        Assert.Contains(type.WhatToDo, page.Find("section").TextContent, StringComparison.Ordinal);
        Assert.Contains($"https://lab.example:8443/problems/{slug}", page.Find("dl").TextContent, StringComparison.Ordinal);
    }

    public static TheoryData<string> Slugs => new(ProblemTypes.All.Select(type => type.Slug));

    [Theory]
    [InlineData("/s/abc/labs/rate-limiting?limit=5&seed=3", "/labs/rate-limiting?limit=5&seed=3")]
    [InlineData("/s/abc/labs/rate-limiting", "/labs/rate-limiting")]
    [InlineData("/s/abc/labs/rate-limiting/?q=a?b", "/labs/rate-limiting?q=a?b")]
    [InlineData("/s/abc/labs/nothing", null)]
    [InlineData("/s/abc", null)]
    [InlineData("/labs/rate-limiting", null)]
    [InlineData("//evil.example/s/abc/labs/rate-limiting", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void FreshStart_FromAGoneAddress_KeepsLabAndSettings(string? asked, string? address) =>
        Assert.Equal(address, FreshStart.From(asked)?.Address);

    [Theory]
    [InlineData("/s/abc/labs/rate-limiting?limit=5", "This sandbox is gone.", "/labs/rate-limiting?limit=5")]
    [InlineData("/s/abc/other", "This sandbox is gone.", "/")]
    [InlineData("/nothing", "There is nothing at this address.", "/")]
    public void NotFound_ByWhatWasAsked_SaysWhatToDoNext(string asked, string title, string firstLink)
    {
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = asked;

        var page = Render<NotFound>();

        Assert.Equal(title, page.Find("h1").TextContent);
        Assert.Equal(firstLink, page.Find("a.primary").GetAttribute("href"));
    }

    [Fact]
    public void UnbuiltLab_AskedFor_SaysSoAndHasNoFreshStart() =>
        Assert.All(LabCatalog.All.Where(lab => !lab.Built), lab =>
        {
            http.Features.Get<IHttpRequestFeature>()!.RawTarget = $"{lab.Address}?limit=5";
            Assert.Equal($"{lab.Title}: not built yet.", Render<NotFound>().Find("h1").TextContent);
            Assert.Null(FreshStart.From($"/s/abc{lab.Address}"));
        });

    [Fact]
    public void NotFound_InALivingSandbox_DoesNotCallItGone()
    {
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = "/s/abc/nothing";
        http.Request.PathBase = "/s/abc";

        Assert.Equal("There is nothing at this address.", Render<NotFound>().Find("h1").TextContent);
    }

    [Fact]
    public void Icon_EveryShape_IsSilentAndScalesWithText() =>
        Assert.All(Icon.Shapes.Keys, name =>
        {
            var svg = Render<Icon>(p => p.Add(i => i.Name, name)).Find("svg");
            Assert.Equal("true", svg.GetAttribute("aria-hidden"));
            Assert.Equal("1em", svg.GetAttribute("width"));
        });

    [Fact]
    public void Icon_OfNoName_FailsAtOnce() => Assert.Throws<ArgumentException>(() => Render<Icon>(p => p.Add(i => i.Name, "nothing")));
}
