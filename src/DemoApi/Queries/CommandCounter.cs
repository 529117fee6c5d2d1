using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Visualizer.DemoApi.Queries;

/// <summary>Sits between EF Core and SQLite and writes every command into the log of the request that sent it.</summary>
internal sealed class CommandCounter : DbCommandInterceptor
{
    public static readonly CommandCounter Instance = new();

    private CommandCounter()
    {
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        Send(command, eventData, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        SendAsync(command, eventData, result, cancellationToken);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        Send(command, eventData, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        SendAsync(command, eventData, result, cancellationToken);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        Send(command, eventData, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        SendAsync(command, eventData, result, cancellationToken);

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => new CountingReader(result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<DbDataReader>(new CountingReader(result));

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        CommandLog.Current?.Ended(eventData.CommandId, (eventData.DataReader as CountingReader)?.Rows ?? 0);
        return result;
    }

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) => End(eventData, result);

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(End(eventData, result));

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => End(eventData, result);

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(End(eventData, result));

    // The wait counts as the command's: that is what a network away means.
    private static T Send<T>(DbCommand command, CommandEventData sent, T result)
    {
        CommandLog.Current?.Sent(sent.CommandId, command.CommandText);
        CommandLog.Current?.WaitAsync(CancellationToken.None).GetAwaiter().GetResult();
        return result;
    }

    private static async ValueTask<T> SendAsync<T>(DbCommand command, CommandEventData sent, T result, CancellationToken cancellation)
    {
        if (CommandLog.Current is { } log)
        {
            log.Sent(sent.CommandId, command.CommandText);
            await log.WaitAsync(cancellation);
        }

        return result;
    }

    private static T End<T>(CommandExecutedEventData executed, T result)
    {
        CommandLog.Current?.Ended(executed.CommandId, 0);
        return result;
    }
}
