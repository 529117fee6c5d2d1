using Microsoft.Playwright;

namespace Visualizer.EndToEnd.Tests.Support;

/// <summary>One real browser for all journeys: the one that VISUALIZER_BROWSER names, Debian's Chromium, an installed Chrome or Edge, or Playwright's own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    private static readonly string[] Installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000); // a busy machine is late, not wrong
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync(_playwright.Chromium);
    }

    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options) => _browser!.NewContextAsync(options);

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static async Task<IBrowser> LaunchAsync(IBrowserType chromium)
    {
        var named = Environment.GetEnvironmentVariable("VISUALIZER_BROWSER");
        if ((string.IsNullOrEmpty(named) ? Array.Find(Installed, File.Exists) : named) is { } path)
            return await chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        var failures = new List<string>();
        foreach (var channel in (string?[])["chrome", "msedge", null])
        {
            try
            {
                return await chromium.LaunchAsync(new() { Channel = channel, Args = Arguments });
            }
            catch (PlaywrightException missing)
            {
                failures.Add(missing.Message);
            }
        }

        throw new InvalidOperationException(
            $"No browser for the end-to-end tests. Install Chromium, Chrome or Edge, or name one in VISUALIZER_BROWSER.\n{string.Join('\n', failures)}");
    }
}
