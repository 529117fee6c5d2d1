using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Visualizer.DemoApi.Journal;

/// <summary>What handlers tell the recorder about the exchange they serve.</summary>
public sealed class RecordedExchange(string requestId)
{
    public string RequestId { get; } = requestId;

    /// <summary>Sandbox time of the outcome where it was due at a certain instant; null is "when it was ready".</summary>
    public DateTimeOffset? OutcomeAt { get; set; }

    /// <summary>Set before the server cuts the connection on purpose.</summary>
    public bool CutByServer { get; set; }
}

/// <summary>Endpoint metadata: the lab whose page draws this call.</summary>
public sealed record LabMark(string Slug);

/// <summary>Endpoint metadata: reading about the API is not using it, so these calls are not drawn.</summary>
public sealed record Unrecorded;

public static class Recording
{
    public static IApplicationBuilder UseExchangeRecorder(this IApplicationBuilder app) => app.UseMiddleware<ExchangeRecorder>();

    /// <summary>The exchange that a request of the demo API is recorded as.</summary>
    public static RecordedExchange Exchange(this HttpContext context) =>
        context.Features.Get<RecordedExchange>() ?? throw new InvalidOperationException("Only requests of the demo API are recorded.");
}
