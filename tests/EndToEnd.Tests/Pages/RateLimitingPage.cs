using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Pages;

/// <summary>The rate limiting lab as a learner uses it.</summary>
public sealed partial class RateLimitingPage(IPage page)
{
    public ILocator Rows => page.GetByTestId("wire-rows").GetByRole(AriaRole.Listitem);

    public ILocator Count => page.GetByTestId("exchange-count");

    public string SandboxId => SandboxInAddress().Match(page.Url).Groups[1].Value;

    public static async Task<RateLimitingPage> OpenAsync(IPage page, string query = "")
    {
        await page.GotoAsync($"/labs/rate-limiting{query}");
        var lab = new RateLimitingPage(page);
        await lab.IsReadyAsync();
        return lab;
    }

    public Task IsReadyAsync() => page.Locator("[data-lab-ready=true]").WaitForAsync();

    public Task SendTenAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Send 10 requests" }).ClickAsync();

    public ILocator Play => page.GetByRole(AriaRole.Button, new() { Name = "Play the tape" });

    /// <summary>One control of the tape, by a part of its name: "at 9.9 s".</summary>
    public ILocator Stop(string words) => page.GetByTestId("tape").GetByRole(AriaRole.Slider, new() { Name = words });

    public ILocator Mission(string key) => page.GetByTestId($"mission-{key}");

    public ILocator Predicted => page.GetByTestId("predicted");

    public ILocator Measured => page.GetByTestId("measured");

    public ILocator Confronted => page.GetByTestId("confront");

    public Task PlayTheTapeAsync() => Play.ClickAsync();

    public async Task PredictAsync(string option, string sure)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = sure, Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Commit" }).ClickAsync();
    }

    /// <summary>A lane by its algorithm, with what it says of its settings.</summary>
    public ILocator Lane(string algorithm) => page.Locator($"[data-lane={algorithm}]");

    /// <summary>A lane's second number: the most that passed in any ten seconds.</summary>
    public ILocator MostInTen(string algorithm) => page.GetByTestId($"ten-{algorithm}");

    public ILocator Refused(string algorithm) => page.GetByTestId($"refused-{algorithm}");

    public ILocator Preset => page.GetByTestId("tape-preset");

    public ILocator Dial(string name) => page.GetByRole(AriaRole.Slider, new() { Name = name, Exact = false });

    /// <summary>A lane's number: the most that passed in any second.</summary>
    public ILocator Most(string algorithm) => page.GetByTestId($"most-{algorithm}");

    public Task PauseAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Pause the clock" }).ClickAsync();

    public Task StepOneSecondAsync() => page.GetByRole(AriaRole.Button, new() { Name = "1 second", Exact = false }).First.ClickAsync();

    /// <summary>Opens the newest exchange whose row says these words.</summary>
    public async Task OpenRowAsync(string words)
    {
        await Rows.Filter(new() { HasText = words }).First.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex("^Exchange") }).WaitForAsync();
    }

    /// <summary>The level of a lane as the browser draws it, and the sandbox time (Unix milliseconds) of that frame.</summary>
    public Task<Reading> ReadAsync(string lane) =>
        page.EvaluateAsync<Reading>("lane => document.querySelector('.lanes').stage.reading(lane)", lane);

    /// <summary>Waits until a lane is drawn at a level, to a twentieth.</summary>
    public Task LevelIsAsync(string lane, double level) => page.WaitForFunctionAsync(
        "([lane, level]) => Math.abs(document.querySelector('.lanes').stage.reading(lane).level - level) < 0.05", new object[] { lane, level });

    /// <summary>Waits until the drawn level of a lane reaches a bound, which the running animation alone brings about.</summary>
    public Task LevelReachesAsync(string lane, double level) => page.WaitForFunctionAsync(
        "([lane, level]) => document.querySelector('.lanes').stage.reading(lane).level >= level", new object[] { lane, level });

    [GeneratedRegex("/s/([2-9a-z]{13})/")]
    private static partial Regex SandboxInAddress();
}

/// <summary>What a test reads off a lane.</summary>
public sealed class Reading
{
    public double At { get; set; }

    public double Level { get; set; }
}
