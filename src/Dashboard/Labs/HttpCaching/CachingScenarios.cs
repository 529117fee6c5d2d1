using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.HttpCaching;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>The lab's two scenes, by the calls that anyone could make.</summary>
internal static class CachingScenarios
{
    /// <summary><c>no-cache</c> with an ETag, five times Get from this browser, through the shared cache, one after another.</summary>
    public static async Task FiveGetsAsync(CachingClient client, SandboxControl control, Stint stint)
    {
        if (await control.BeginAsync(CachingView.Slug) is not { } epoch)
            return;
        var path = $"/cdn/products/{CachingView.ProductOf(epoch)}";
        await client.ConfigureAsync(new("no-cache", EtagKinds.Strong, Vary: false));
        for (var i = 0; i < CachingView.Gets; i++)
            await client.GetInBrowserAsync(path, stint);
    }

    /// <summary>Ann and Ben read the same state and write one after the other: once naming what they saw, once taking any state for granted.</summary>
    public static async Task TwoEditorsAsync(CachingClient client, CachingView view, bool guarded, Stint stint)
    {
        var path = $"/products/{view.Product}";
        HeaderLine scene = new(CachingClient.SceneHeader, guarded ? "Two editors, each with the ETag it has read" : "Two editors, and any state will do");
        var ann = await ReadAsync("Ann");
        var ben = await ReadAsync("Ben");
        await WriteAsync("Ann", ann, 100);
        await WriteAsync("Ben", ben, 200);

        Task<Exchange> ReadAsync(string editor) => SendAsync(() => client.GetAsync(path, scene, new HeaderLine(CachingClient.EditorHeader, editor)));

        Task WriteAsync(string editor, Exchange read, long more) => read.Read<Product>() is not { } product ? Task.CompletedTask : SendAsync(() => client.PutAsync(
            path,
            new(product.Name, product.Description, product.PriceCents + more),
            scene,
            new HeaderLine(CachingClient.EditorHeader, editor),
            new HeaderLine("If-Match", guarded ? read.Header("ETag") ?? "\"none\"" : "*")));

        Task<Exchange> SendAsync(Func<Task<Exchange>> send)
        {
            stint.Ask();
            return send();
        }
    }
}
