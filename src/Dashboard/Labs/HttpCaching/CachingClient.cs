using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.JSInterop;
using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.HttpCaching;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>The lab's calls: from the learner's own browser where its cache is the point, else as any client makes them.</summary>
public sealed class CachingClient(ApiClient api, IJSRuntime js, CurrentSandbox sandbox)
{
    /// <summary>Says which of two editors sends a request.</summary>
    public const string EditorHeader = "Demo-Editor";

    /// <summary>Says which scene a request belongs to: the heading over its row.</summary>
    public const string SceneHeader = "Demo-Scene";

    /// <summary>The address whose answer is for one user.</summary>
    public const string PrivatePage = "/me";

    /// <summary>Gets a product with the browser's <c>fetch</c> and its real cache, and hands on what the browser says about it.</summary>
    public async Task GetInBrowserAsync(string path, Stint stint)
    {
        stint.Ask();
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", "/js/browser-cache.js");
        var attempt = Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture)[..12];
        var report = await module.InvokeAsync<BrowserReport>("get", $"{sandbox.Address}api{path}", path, attempt);
        stint.Ask(); // the run that it belongs to may be over
        await api.SendAsync(HttpMethod.Post, "sandbox/caching/browser", report);
    }

    /// <summary>Gets a product without any browser: the page's server asks, and keeps nothing.</summary>
    public Task<Exchange> GetAsync(string path, params IEnumerable<HeaderLine> headers) => api.SendAsync(HttpMethod.Get, $"api{path}", headers: headers);

    public Task<Exchange> PutAsync(string path, ProductChange change, params IEnumerable<HeaderLine> headers) => api.SendAsync(HttpMethod.Put, $"api{path}", change, headers);

    /// <summary>Alice logs in and reads her own page twice, the second time with the ETag of the first.</summary>
    public async Task ReadPrivatePageAsync(Stint stint)
    {
        var login = await api.SendAsync(HttpMethod.Post, "api/auth/token", new { username = "alice", password = "alice-demo" });
        if (login.Read<JsonObject>()?["access_token"]?.GetValue<string>() is not { } token)
            return;
        HeaderLine bearer = new("Authorization", $"Bearer {token}");
        stint.Ask();
        var first = await GetAsync(PrivatePage, bearer);
        if (first.Header("ETag") is { } tag && !stint.IsOver)
            await GetAsync(PrivatePage, bearer, new HeaderLine("If-None-Match", tag));
    }

    public Task<Exchange> ConfigureAsync(CachingSettings settings) => api.SendAsync(HttpMethod.Put, "sandbox/caching", settings);

    public Task<Exchange> SwitchOriginAsync(bool reachable) => api.SendAsync(HttpMethod.Put, "sandbox/caching/origin", new OriginSwitch(reachable));

    /// <summary>Changes a price behind the API.</summary>
    public Task<Exchange> ChangeBehindAsync(long product, long priceCents) =>
        api.SendAsync(HttpMethod.Put, $"sandbox/caching/products/{product.ToString(CultureInfo.InvariantCulture)}", new PriceBehindTheApi(priceCents));
}
