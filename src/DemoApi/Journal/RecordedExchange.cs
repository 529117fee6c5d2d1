using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Visualizer.DemoApi.Journal;

/// <summary>What handlers tell the recorder about the exchange they serve.</summary>
/// <param name="requestId">The exchange's name within its sandbox.</param>
/// <param name="method">The method as sent, before HEAD is served as GET.</param>
public sealed class RecordedExchange(string requestId, string method)
{
    public string RequestId { get; } = requestId;

    public string Method { get; } = method;

    /// <summary>Sandbox time of the outcome where it was due at a certain instant; null is "when it was ready".</summary>
    public DateTimeOffset? OutcomeAt { get; set; }

    /// <summary>The recorder is to cut the connection instead of sending the answer.</summary>
    public bool CutByServer { get; set; }

    /// <summary>Measured parts of the work, as <c>Server-Timing</c> tells them; the whole is <c>app</c>.</summary>
    internal MeasuredParts Parts { get; } = new();

    internal string? Lab { get; set; }

    internal bool Recorded { get; set; }
}

/// <summary>Endpoint metadata: the lab whose page draws this call.</summary>
public sealed record LabMark(string Slug)
{
    /// <summary>Tables of the shop that are this lab's own: a reset of the lab alone puts them back.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];
}

/// <summary>Endpoint metadata: reading about the API is not using it, so these calls are not drawn.</summary>
public sealed record Unrecorded;

public static class Recording
{
    /// <summary>In front of everything that can answer.</summary>
    public static IApplicationBuilder UseExchangeRecorder(this IApplicationBuilder app) => app.UseMiddleware<ExchangeRecorder>();

    /// <summary>Right behind routing.</summary>
    public static IApplicationBuilder UseArrivalRecorder(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        ExchangeRecorder.RecordArrival(context);
        return next(context);
    });

    /// <summary>The exchange that a request of the demo API is recorded as.</summary>
    public static RecordedExchange Exchange(this HttpContext context) =>
        context.Features.Get<RecordedExchange>() ?? throw new InvalidOperationException("Only requests of the demo API are recorded.");
}
