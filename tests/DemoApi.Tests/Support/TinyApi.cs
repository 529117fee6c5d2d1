using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Tests.Support;

/// <summary>A small application on a real Kestrel and a free port, for what needs no sandbox. In Development, where leaks would show.</summary>
public sealed class TinyApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TinyApi(WebApplication app, LogLines log)
    {
        _app = app;
        Log = log;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public LogLines Log { get; }

    public static async Task<TinyApi> StartAsync(Action<WebApplication> map, Action<WebApplicationBuilder>? configure = null)
    {
        var log = new LogLines();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting().AddWireJson();
        builder.Logging.AddProvider(log);
        configure?.Invoke(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new TinyApi(app, log);
    }

    public Task<HttpResponseMessage> SendAsync(string method, string path, string? body = null, string? type = "application/json") =>
        SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), type);

    public async Task<HttpResponseMessage> SendAsync(string method, string path, byte[]? body, string? type = "application/json", bool chunked = false)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (type is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/xml"));
        return await Client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
