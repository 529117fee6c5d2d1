using System.Globalization;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Wire;

/// <summary>What a request can ask to go wrong.</summary>
public enum DemoFaultKind
{
    /// <summary><c>drop-response</c>: the work is done, then the connection is cut.</summary>
    DropResponse,

    /// <summary><c>fail-before-commit</c>: the connection is cut, and nothing was done.</summary>
    FailBeforeCommit,

    /// <summary><c>error-500</c>: the server fails.</summary>
    Error500,

    /// <summary><c>delay=800</c>: the work takes so many milliseconds of sandbox time.</summary>
    Delay,
}

/// <summary>One fault on request (<c>Demo-Fault</c>).</summary>
/// <param name="Wait">Sandbox time the work takes; zero for all but <see cref="DemoFaultKind.Delay"/>.</param>
public sealed record DemoFault(DemoFaultKind Kind, TimeSpan Wait)
{
    private const string Delay = "delay=";

    /// <summary>The fault a header's value names, or null.</summary>
    public static DemoFault? Parse(string text) => text switch
    {
        "drop-response" => new(DemoFaultKind.DropResponse, TimeSpan.Zero),
        "fail-before-commit" => new(DemoFaultKind.FailBeforeCommit, TimeSpan.Zero),
        "error-500" => new(DemoFaultKind.Error500, TimeSpan.Zero),
        _ when text.StartsWith(Delay, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(Delay.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DemoFaults.MaxDelayMs => new(DemoFaultKind.Delay, TimeSpan.FromMilliseconds(milliseconds)),
        _ => null,
    };
}

/// <summary>Endpoint metadata: the handler itself decides when the fault strikes, because only it knows when its work has begun.</summary>
public sealed record StagesFaults;

public static class DemoFaultContext
{
    /// <summary>The fault that this request asks its handler to stage (<see cref="StagesFaults"/>), or null.</summary>
    public static DemoFault? StagedFault(this HttpContext http) => http.Features.Get<DemoFault>();

    /// <summary>Has the connection cut instead of an answer sent, as soon as the journal has it.</summary>
    public static void CutConnection(this HttpContext http) => http.Exchange().CutByServer = true;
}
