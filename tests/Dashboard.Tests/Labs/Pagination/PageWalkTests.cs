using Bunit;
using Visualizer.Dashboard.Labs.Pagination;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Labs.Pagination;

public class PageWalkTests : BunitContext
{
    private readonly JournaledList list = new();
    private readonly BunitJSModuleInterop picture;

    public PageWalkTests()
    {
        picture = JSInterop.SetupModule("/js/page-walk.js").SetupModule("mount", _ => true);
        picture.SetupVoid("show", _ => true).SetVoidResult();
    }

    private IRenderedComponent<PageWalk> Draw(PaginationView view, params string[] walkers) => Render<PageWalk>(p => p
        .Add(c => c.Of, view).Add(c => c.Walkers, walkers).Add(c => c.Story, [(1, "By offset, page 1: rows 100 to 91.")]));

    [Fact]
    public void Render_EachWalker_SaysItsCountsInNumbersAndWords()
    {
        var page = Draw(list.ByOffset(0).Add(3).ByOffset(10).ByCursor(null).View, "offset", "cursor");

        Assert.Equal("20", page.Find("[data-testid=returned-offset]").TextContent);
        Assert.Equal("3", page.Find("[data-testid=again-offset]").TextContent);
        Assert.Equal(
            ["By offset: 20 returned, 3 seen before, 0 never seen. Its window covers places 11 to 20 of 103", "By cursor: 10 returned, 0 seen before, 0 never seen. Its window covers places 1 to 10 of 103"],
            page.FindAll("[role=group]").Select(e => e.GetAttribute("aria-label")));
        Assert.Equal("seen before: 93 92 91", page.Find("[data-walker=offset] .ids").TextContent);
        Assert.Equal("By offset, page 1: rows 100 to 91.", page.Find("[role=log] li").TextContent);
    }

    [Fact]
    public void Render_OneWalker_AloneIsShownAndDrawn()
    {
        var page = Draw(list.ByOffset(0).View, "cursor");

        Assert.Equal("cursor", Assert.Single(page.FindAll("[data-walker]")).GetAttribute("data-walker"));
        Assert.Single(picture.Invocations["show"]);
    }

    [Fact]
    public async Task Draw_NothingNew_SendsNothing()
    {
        var view = list.ByOffset(0).View;
        var page = Draw(view, "offset");
        await page.InvokeAsync(page.Instance.DrawAsync);
        Assert.Single(picture.Invocations["show"]);

        view.Fold(list.Add(1).Journal.Events);
        await page.InvokeAsync(page.Instance.DrawAsync);
        Assert.Equal(2, picture.Invocations["show"].Count);
    }
}
