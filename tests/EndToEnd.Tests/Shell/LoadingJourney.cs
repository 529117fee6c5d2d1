using Microsoft.Playwright;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;

namespace Visualizer.EndToEnd.Tests.Shell;

/// <summary>Labs come up where they will stand, and say nothing in the browser's console.</summary>
public sealed class LoadingJourney(Browser browser, House house) : Journey(browser, house)
{
    /// <summary>Cumulative layout shift, as the Layout Instability specification scores it; 0.1 is what browsers call good.</summary>
    private const double MostShift = 0.02;

    private const string ShiftSoFar = """
        () => new Promise(told => {
          new PerformanceObserver(list => told(list.getEntries().reduce((sum, shift) => sum + shift.value, 0))).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => told(0))));
        })
        """;

    [Fact]
    public Task Labs_ComeUpWithoutAJump_AndWithoutAComplaint() => WalkAsync(async page =>
    {
        var complaints = new List<string>();
        page.Console += (_, said) => { if (said.Type == "error") complaints.Add($"{page.Url}: {said.Text}"); };
        page.PageError += (_, fault) => complaints.Add($"{page.Url}: {fault}");
        await page.GotoAsync("/");
        var labs = await page.GetByRole(AriaRole.Main).Locator("a[href^='/labs/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.pathname))]");
        Assert.Equal(10, labs.Length);

        foreach (var lab in labs)
        {
            await page.GotoAsync(lab);
            await page.Locator("[data-lab-ready=true]").WaitForAsync();
            if (await page.EvaluateAsync<double>(ShiftSoFar) is var shift and > MostShift)
                complaints.Add(FormattableString.Invariant($"{lab}: jumps by {shift:0.###}"));
        }

        Assert.Empty(complaints);
    });
}
