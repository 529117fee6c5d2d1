using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Wire;
using Visualizer.Tests.Support;

namespace Visualizer.Dashboard.Tests;

/// <summary>A sandbox of the real house, with what a page in it would act by: real HTTP.</summary>
internal sealed class Visit : IDisposable
{
    private readonly PageHttp http = new();

    private Visit(House house, Guest guest)
    {
        Guest = guest;
        var sandbox = new CurrentSandbox(new InSandbox(house.Root, guest.Id), house.Store);
        Journal = sandbox.Journal!;
        Api = new(http, new LoopbackAddress(house.App.Services.GetRequiredService<IServer>()), sandbox);
        Control = new(Api, TimeProvider.System);
    }

    /// <summary>Somebody else in the same sandbox.</summary>
    public Guest Guest { get; }

    public Journal Journal { get; }

    public ApiClient Api { get; }

    public SandboxControl Control { get; }

    public IReadOnlyList<JournalEvent> Events => Journal.After(0, int.MaxValue).Events;

    public static async Task<Visit> ToAsync(House house) => new(house, await house.GuestAsync());

    public void Dispose()
    {
        Guest.Dispose();
        http.Dispose();
    }

    private sealed class InSandbox : NavigationManager
    {
        public InSandbox(Uri root, string id) => Initialize($"{root}s/{id}/", $"{root}s/{id}/labs/rate-limiting");
    }
}
