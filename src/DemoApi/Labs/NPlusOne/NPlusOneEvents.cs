using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Labs.NPlusOne;

/// <summary>One SQL command, as the interceptor saw it.</summary>
/// <param name="Shape">Which of the report's shapes it has, from 0.</param>
/// <param name="AtMs">Real milliseconds since the request began to be served.</param>
/// <param name="Ms">How long it took, an added wait included.</param>
/// <param name="Rows">Rows read from its result.</param>
public readonly record struct CommandTick(int Shape, double AtMs, double Ms, int Rows);

/// <summary>A report was loaded: every command it took, counted and timed.</summary>
/// <param name="Orders">Orders in the answer.</param>
/// <param name="Customers">Different customers among them.</param>
/// <param name="Commands">All commands.</param>
/// <param name="Rows">All rows that came back.</param>
/// <param name="Bytes">Length of the answer's body.</param>
/// <param name="Sha256">The body's hash, in hexadecimal: equal bytes, equal hash.</param>
/// <param name="Milliseconds">Real time from the first question to the last row, added waits included.</param>
/// <param name="AddedMsPerCommand">How long each command waited on purpose.</param>
/// <param name="Shapes">The commands without their values, each once.</param>
/// <param name="Ticks">The commands in the order they were sent, at most 1,000.</param>
public sealed record OrdersReported(
    string Loading, int Orders, int Customers, bool Parcels, int Commands, long Rows, long Bytes, string Sha256, double Milliseconds,
    long AddedMsPerCommand, IReadOnlyList<string> Shapes, IReadOnlyList<CommandTick> Ticks) : IEventData
{
    int IEventData.Weight => 400 + (2 * Shapes.Sum(shape => shape.Length)) + (24 * Ticks.Count);
}

/// <summary>The wait that is added to each command was set.</summary>
public sealed record LatencySet(long MillisecondsPerCommand) : IEventData;
