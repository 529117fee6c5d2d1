using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Visualizer.DemoApi;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.Benchmarks.House;

/// <summary>
/// One call through the whole sandbox pipeline (path, clock, recorder, limiter) beside a minimal API in the same process, both on Kestrel and over
/// loopback. The client's own cost, the same for all, is in every number.
/// </summary>
public class PipelineBenchmarks : IDisposable
{
    private const int Calls = 320;

    private readonly CancellationTokenSource _ended = new();
    private readonly HttpClient _client = new();
    private WebApplication? _bare;
    private WebApplication? _house;
    private Sandbox? _sandbox;
    private string _minimal = "";
    private string _limit = "";

    [Params(1, 32)]
    public int Callers { get; set; }

    [GlobalSetup(Targets = [nameof(Bare), nameof(Unwatched)])]
    public async Task StartAsync()
    {
        _bare = Build(_ => { });
        _bare.MapGet("/", () => TypedResults.Json(new { ok = true }));
        _house = Build(services => services.AddDemoApi());
        _house.UseDemoApi();
        _house.MapDemoApi();
        await Task.WhenAll(_bare.StartAsync(), _house.StartAsync());

        var store = _house.Services.GetRequiredService<SandboxStore>();
        _sandbox = store.Create(SandboxOrder.Default)!;
        var sandbox = $"{_house.Urls.First()}/s/{_sandbox.Id}";
        (_minimal, _limit) = (_bare.Urls.First(), $"{sandbox}/api/limits/token-bucket");
        _sandbox.SetClock(rate: 100, paused: false); // so that every call is admitted
        using var plenty = new StringContent("""{"capacity":1000,"refill_per_second":1000}""", Encoding.UTF8, "application/json");
        (await _client.PutAsync($"{sandbox}/sandbox/limits/token-bucket", plenty)).EnsureSuccessStatusCode();
    }

    [Benchmark(Baseline = true, Description = "a minimal endpoint", OperationsPerInvoke = Calls)]
    public Task Bare() => CallAsync(_minimal);

    [Benchmark(Description = "the token bucket of a sandbox", OperationsPerInvoke = Calls)]
    public Task Unwatched() => CallAsync(_limit);

    [GlobalSetup(Target = nameof(Watched))]
    public async Task StartWatchedAsync()
    {
        await StartAsync();
        _ = FollowAsync(_sandbox!.Journal.Subscribe(after: 0)!);
    }

    [Benchmark(Description = "the same while its journal is followed", OperationsPerInvoke = Calls)]
    public Task Watched() => CallAsync(_limit);

    public void Dispose()
    {
        _ended.Cancel();
        _client.Dispose();
        _bare?.DisposeAsync().AsTask().Wait();
        _house?.DisposeAsync().AsTask().Wait();
        _ended.Dispose();
        GC.SuppressFinalize(this);
    }

    private static WebApplication Build(Action<IServiceCollection> addServices)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        addServices(builder.Services);
        return builder.Build();
    }

    private Task CallAsync(string address) => Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
    {
        for (var i = 0; i < Calls / Callers; i++)
        {
            using var answer = await _client.GetAsync(address);
            answer.EnsureSuccessStatusCode();
        }
    }));

    private async Task FollowAsync(JournalSubscription subscription)
    {
        using (subscription)
        {
            while (await subscription.ReadAsync(_ended.Token) is not null)
            {
            }
        }
    }
}
