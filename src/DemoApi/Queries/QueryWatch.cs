using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Queries.Core;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Queries;

/// <summary>A request sent one shape of command again and again: N+1 is suspected, whichever call it was.</summary>
/// <param name="Shape">The command without its values.</param>
/// <param name="Times">How often, 5 or more.</param>
/// <param name="Commands">All commands of the request.</param>
public sealed record RepetitionSuspected(string Shape, int Times, int Commands) : IEventData
{
    int IEventData.Weight => 200 + (2 * Shape.Length);
}

/// <summary>Watches what every call of the demo API asks the database.</summary>
internal static class QueryWatch
{
    /// <summary>Behind the arrival recorder, in front of every handler.</summary>
    public static IApplicationBuilder UseQueryWatch(this IApplicationBuilder app)
    {
        var real = app.ApplicationServices.GetRequiredService<TimeProvider>();
        return app.Use(async (http, next) =>
        {
            if (http.Features.Get<RecordedExchange>() is not { Recorded: true } exchange)
            {
                await next(http);
                return;
            }

            var log = CommandLog.Begin(real);
            await next(http);
            if (log.Count < RepeatDetector.Suspicious)
                return;
            var sandbox = http.Sandbox();
            foreach (var found in RepeatDetector.Find(log.Commands.Select(command => command.Shape)))
                sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new RepetitionSuspected(found.Shape, found.Times, log.Count), exchange.Lab, exchange.RequestId);
        });
    }
}
