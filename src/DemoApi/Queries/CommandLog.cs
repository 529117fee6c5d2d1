using Visualizer.DemoApi.Queries.Core;

namespace Visualizer.DemoApi.Queries;

/// <summary>One SQL command of a request.</summary>
/// <param name="StartMs">Real milliseconds since the request's log began.</param>
/// <param name="Milliseconds">From sending it to having read its rows, a wait that was added on purpose included.</param>
/// <param name="Rows">Rows that were read from its result.</param>
internal sealed record ExecutedCommand(string Shape, double StartMs, double Milliseconds, int Rows);

/// <summary>The SQL commands of one request, as EF Core really sent them: counted, never foretold.</summary>
/// <remarks>It follows the request's own flow of control (<see cref="AsyncLocal{T}"/>), so that requests side by side do not mix.</remarks>
internal sealed class CommandLog(TimeProvider real)
{
    /// <summary>Most commands that are kept one by one; further ones are only counted.</summary>
    public const int MostKept = 1_000;

    private static readonly AsyncLocal<CommandLog?> Ambient = new();

    private readonly Lock _gate = new(); // a request may ask on several threads
    private readonly Dictionary<Guid, int> _places = [];
    private readonly List<ExecutedCommand> _commands = [];
    private readonly long _began = real.GetTimestamp();

    /// <summary>The log of the request that is being served here, or null outside of one.</summary>
    public static CommandLog? Current => Ambient.Value;

    /// <summary>A wait before every command, in real time, as if the database were a network away.</summary>
    public TimeSpan Added { get; set; }

    /// <summary>All commands so far.</summary>
    public int Count { get; private set; }

    /// <summary>The commands so far, oldest first.</summary>
    public IReadOnlyList<ExecutedCommand> Commands
    {
        get
        {
            lock (_gate)
                return [.. _commands];
        }
    }

    /// <summary>Begins the log of a request; it ends with the caller's flow.</summary>
    public static CommandLog Begin(TimeProvider real) => Ambient.Value = new(real);

    /// <summary>Nothing is written down from here to the end of the calling async method: for work that is no part of the request.</summary>
    public static void LookAway() => Ambient.Value = null;

    public Task WaitAsync(CancellationToken cancellation) => Added > TimeSpan.Zero ? Task.Delay(Added, real, cancellation) : Task.CompletedTask;

    internal void Sent(Guid id, string sql)
    {
        lock (_gate)
        {
            Count++;
            if (_commands.Count == MostKept)
                return;
            _places[id] = _commands.Count;
            _commands.Add(new(CommandShape.Of(sql), Elapsed, 0, 0));
        }
    }

    internal void Ended(Guid id, int rows)
    {
        lock (_gate)
        {
            if (_places.TryGetValue(id, out var place) && _commands[place] is var command)
                _commands[place] = command with { Milliseconds = Elapsed - command.StartMs, Rows = rows };
        }
    }

    private double Elapsed => real.GetElapsedTime(_began).TotalMilliseconds;
}
