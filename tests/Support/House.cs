using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Visualizer.Dashboard;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.Tests.Support;

/// <summary>The real app on a real Kestrel, on a free port of the loopback interface; it ends with the test class that uses it.</summary>
public class House : IAsyncLifetime
{
    private WebApplication? _app;

    public WebApplication App => _app ?? throw new InvalidOperationException("The house does not stand yet.");

    public Uri Root { get; private set; } = null!;

    public SandboxStore Store => App.Services.GetRequiredService<SandboxStore>();

    /// <summary>What the server logged so far, for failed tests and for tests of the log.</summary>
    public LogText Log { get; } = new();

    public async Task InitializeAsync()
    {
        _app = DashboardApp.Build(["--environment", "Development"], Configure);
        await _app.StartAsync();
        Root = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>A sandbox of one's own and a client in it.</summary>
    public async Task<Guest> GuestAsync(object? order = null)
    {
        var guest = new Guest(Root);
        await guest.MoveInAsync(order);
        return guest;
    }

    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    /// <summary>Where to listen: a free port of the loopback interface.</summary>
    protected virtual string Address => "http://127.0.0.1:0";

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.WebHost.UseUrls(Address);
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Warning);
    }
}
