using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Visualizer.DemoApi.Tests.Support;

/// <summary>Keeps what was logged, so that a test can look for a trace id or for silence.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();
    private readonly ConcurrentQueue<string> _details = new();

    public IReadOnlyList<string> Errors => [.. _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text)];

    /// <summary>Errors with the whole exception, inner ones included.</summary>
    public IReadOnlyList<string> Details => [.. _details];

    public ILogger CreateLogger(string categoryName) => new Logger(_lines, _details);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel, string)> lines, ConcurrentQueue<string> details) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lines.Enqueue((level, $"{formatter(state, exception)} {exception?.Message}"));
            if (exception is not null)
                details.Enqueue(exception.ToString());
        }
    }
}
