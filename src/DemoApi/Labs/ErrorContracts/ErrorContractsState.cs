using System.Collections.Concurrent;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>What a sandbox keeps for the lab: one setting, and a quota for each administrator, of whom there are as many as accounts.</summary>
internal sealed class ErrorContractsState : ILabState<ErrorContractsState>
{
    private readonly ConcurrentDictionary<string, Quota> _quotas = new(StringComparer.Ordinal);
    private int _hidesExistence;

    public static string Lab => ErrorContractsLab.Slug;

    public bool HidesExistence => Volatile.Read(ref _hidesExistence) == 1;

    public static ErrorContractsState Create(Sandbox sandbox) => new();

    /// <summary>Sets it and gives what it was before.</summary>
    public bool Hide(bool existence) => Interlocked.Exchange(ref _hidesExistence, existence ? 1 : 0) == 1;

    public Quota QuotaOf(string subject) => _quotas.GetOrAdd(subject, _ => new());
}
