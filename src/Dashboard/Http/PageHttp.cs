using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Http;

/// <summary>The one pool of connections over which all pages send their requests.</summary>
public sealed class PageHttp : IDisposable
{
    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 1_024, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 })
    {
        Timeout = TimeSpan.FromSeconds(90), // longer than a request can be held
        DefaultRequestHeaders = { { "User-Agent", $"{RequestOrigin.PageAgent}/1.0" } },
    };

    public void Dispose() => Client.Dispose();
}
