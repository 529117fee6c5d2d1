using Bunit;
using Visualizer.Dashboard.Components.Layout;
using Visualizer.Dashboard.Components.Pages;

namespace Visualizer.Dashboard.Tests.Components;

public sealed class LabStripTests : BunitContext
{
    [Fact]
    public void LabCatalog_TenLabs_AreNumberedInOrderWithoutDoubles()
    {
        Assert.Equal(Enumerable.Range(1, 10), LabCatalog.All.Select(lab => lab.Number));
        Assert.Equal(10, LabCatalog.All.DistinctBy(lab => lab.Slug).Count());
        Assert.All(LabCatalog.All, lab => Assert.Same(lab, LabCatalog.Find(lab.Slug)));
        Assert.Null(LabCatalog.Find("nothing"));
    }

    [Fact]
    public void LabStrip_UnbuiltLab_SaysSoAndIsNoLink()
    {
        var strip = Render<LabStrip>();

        Assert.Equal(LabCatalog.All.Count(lab => !lab.Built), strip.FindAll("span.unbuilt").Count);
        Assert.All(strip.FindAll("span.unbuilt"), pill => Assert.Contains("not built yet", pill.TextContent, StringComparison.Ordinal));
        Assert.Equal(LabCatalog.All.Where(lab => lab.Built).Select(lab => $"/labs/{lab.Slug}"), strip.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void LabStrip_LinkToAnotherSandbox_LoadsADocument() =>
        Assert.All(Render<LabStrip>().FindAll("a"), link => Assert.Equal("false", link.GetAttribute("data-enhance-nav")));

    [Fact]
    public void LabStrip_CurrentLab_IsMarkedAndNoLink()
    {
        var strip = Render<LabStrip>(p => p.Add(s => s.Current, LabCatalog.Find("rate-limiting")));

        Assert.Equal("4Rate limiting", strip.Find("[aria-current=page]").TextContent);
        Assert.DoesNotContain(strip.FindAll("a"), link => link.GetAttribute("href") == "/labs/rate-limiting");
    }

    [Fact]
    public void LabStrip_DoneLab_SaysItInWords() =>
        Assert.Equal("done", Render<LabStrip>(p => p.Add(s => s.Done, new HashSet<string> { "rate-limiting" })).Find("a.done .sr-only").TextContent);

    [Fact]
    public void LabGlyph_EachLab_HasADrawingOfItsOwn() =>
        Assert.Equal(10, LabCatalog.All.Select(lab => Render<LabGlyph>(p => p.Add(g => g.Slug, lab.Slug)).Find("svg").InnerHtml).Distinct(StringComparer.Ordinal).Count());
}
