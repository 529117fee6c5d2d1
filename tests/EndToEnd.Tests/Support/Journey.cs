using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Visualizer.Tests.Support;

namespace Visualizer.EndToEnd.Tests.Support;

/// <summary>What every journey needs: the real app, a real browser, and what was seen kept when it fails.</summary>
[Collection(nameof(EndToEnd))]
public abstract class Journey(Browser browser, House house)
{
    protected Uri Root => house.Root;

    protected House House => house;

    /// <summary>Runs a journey in a browser context of its own; on failure screenshot, trace and server log stay in <c>artifacts/end-to-end</c>.</summary>
    protected async Task WalkAsync(Func<IPage, Task> walk, BrowserNewContextOptions? options = null, [CallerMemberName] string name = "")
    {
        options ??= new();
        options.BaseURL = house.Root.ToString();
        options.ViewportSize ??= new() { Width = 1366, Height = 768 };
        await using var context = await browser.NewContextAsync(options);
        await context.Tracing.StartAsync(new() { Snapshots = true });
        var page = await context.NewPageAsync();
        try
        {
            await walk(page);
            await context.Tracing.StopAsync();
        }
        catch
        {
            await KeepAsync(context, page, $"{GetType().Name}.{name}");
            throw;
        }
    }

    /// <summary>A context for a house of the test's own.</summary>
    protected Task<IBrowserContext> NewContextAsync(Uri root) => browser.NewContextAsync(new() { BaseURL = root.ToString() });

    private async Task KeepAsync(IBrowserContext context, IPage page, string name)
    {
        var folder = Path.Combine(RepositoryRoot, "artifacts", "end-to-end", name);
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "screenshot.png") });
        await context.Tracing.StopAsync(new() { Path = Path.Combine(folder, "trace.zip") });
        await File.WriteAllTextAsync(Path.Combine(folder, "server.log"), house.Log.ToString());
    }

    protected static string RepositoryRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Visualizer.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? AppContext.BaseDirectory;
        }
    }
}

[CollectionDefinition(nameof(EndToEnd))]
public sealed class EndToEnd : ICollectionFixture<Browser>, ICollectionFixture<House>;
