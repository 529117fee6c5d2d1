using BenchmarkDotNet.Attributes;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.Benchmarks.House;

/// <summary>A new sandbox, and the copy of its database alone, beside the least that either costs: its image copied into fresh memory.</summary>
public class SandboxBenchmarks : IDisposable
{
    private const int Often = 20;
    private static readonly (int Seed, DateTimeOffset Start) Template = (SandboxOrder.Default.Seed, SandboxOrder.Default.Start);

    private readonly ShopTemplates _templates = new();
    private readonly List<IDisposable> _made = [];
    private byte[] _image = [];
    private int _names;

    [GlobalSetup]
    public void ReadTheImage()
    {
        using var shop = _templates.Copy("measured", Template.Seed, Template.Start);
        _image = new byte[shop.Bytes];
        Random.Shared.NextBytes(_image);
    }

    [Benchmark(Baseline = true, Description = "the image copied into fresh memory", OperationsPerInvoke = Often)]
    public long Memory()
    {
        var copied = 0L;
        for (var i = 0; i < Often; i++)
            copied += _image.AsSpan().ToArray().Length;
        return copied;
    }

    [Benchmark(Description = "its database", OperationsPerInvoke = Often)]
    public void Database()
    {
        for (var i = 0; i < Often; i++)
            _made.Add(_templates.Copy($"shop-{_names++}", Template.Seed, Template.Start));
    }

    [Benchmark(Description = "a sandbox", OperationsPerInvoke = Often)]
    public void Whole()
    {
        for (var i = 0; i < Often; i++)
            _made.Add(new Sandbox($"sandbox-{_names++}", SandboxOrder.Default, _templates, TimeProvider.System, _ => { }));
    }

    [IterationCleanup]
    public void Forget()
    {
        foreach (var made in _made)
            made.Dispose();
        _made.Clear();
    }

    public void Dispose()
    {
        _templates.Dispose();
        GC.SuppressFinalize(this);
    }
}
