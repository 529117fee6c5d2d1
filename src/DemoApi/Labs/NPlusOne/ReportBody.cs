using System.Security.Cryptography;
using System.Text.Json;
using Visualizer.DemoApi.Queries;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.NPlusOne;

/// <summary>Writes the report, and tells what it took.</summary>
internal static class ReportBody
{
    public static byte[] Of(IReadOnlyList<OrderReport> orders) => JsonSerializer.SerializeToUtf8Bytes(new OrdersReport(orders), WireJson.Options);

    public static OrdersReported Event(ReportRequest request, IReadOnlyList<OrderReport> orders, byte[] body, CommandLog log, long addedMs)
    {
        var commands = log.Commands;
        List<string> shapes = [.. commands.Select(c => c.Shape).Distinct(StringComparer.Ordinal)];
        return new(
            request.Loading,
            orders.Count,
            orders.Select(o => o.Customer?.Id).Distinct().Count(id => id is not null),
            request.Parcels,
            log.Count,
            commands.Sum(c => (long)c.Rows),
            body.Length,
            Convert.ToHexStringLower(SHA256.HashData(body)),
            commands.Count == 0 ? 0 : commands.Max(c => c.StartMs + c.Milliseconds) - commands[0].StartMs,
            addedMs,
            shapes,
            [.. commands.Select(c => new CommandTick(shapes.IndexOf(c.Shape), c.StartMs - commands[0].StartMs, c.Milliseconds, c.Rows))]);
    }
}
