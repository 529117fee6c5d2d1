using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Visualizer.Dashboard.Labs.Pagination;

/// <summary>Sends the archive's requests and plots what the journal tells of them.</summary>
public sealed partial class DepthPanel(PaginationClient client, TimeProvider real) : IDisposable
{
    private const int PageLength = 20;

    private static readonly long[] Depths = [0, 1_000, 10_000, 100_000, 300_000, 600_000, 900_000];
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource gone = new();
    private bool busy;

    [Parameter, EditorRequired] public PaginationView Of { get; set; } = null!;

    [Parameter] public bool Disabled { get; set; }

    /// <summary>How deep to jump, in rows.</summary>
    [Parameter] public long Depth { get; set; }

    [Parameter] public EventCallback<double> DepthChanged { get; set; }

    [Parameter, EditorRequired] public DepthScale Scale { get; set; } = null!;

    [Parameter] public EventCallback<string> ScaleChanged { get; set; }

    /// <summary>Rows of the archive written so far while somebody waits for it; else null.</summary>
    private long? Waiting { get; set; }

    private long Page => (Math.Min(Depth, DepthPoint.Rows - PageLength) / PageLength) + 1;

    private string Label => Of.Depths.Count == 0
        ? "No page of the archive measured yet"
        : $"{Of.Depths.Count} pages of the archive: {string.Join("; ", DepthRow.Of(Of.Depths, Scale).Select(r => $"behind {PaginationWords.Number(r.Rows)} rows by offset {r.Offset}, by cursor {r.Cursor}"))}";

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    private Task MeasureAsync() => WhenItStandsAsync(async () =>
    {
        await client.WarmUpAsync(gone.Token); // what only the first page of a process costs is not the depth's
        foreach (var row in Depths)
        {
            await client.ReadArchiveByOffsetAsync(row, gone.Token);
            await client.ReadArchiveByCursorAsync(row, gone.Token);
        }
    });

    private Task JumpAsync() => WhenItStandsAsync(() => client.ReadArchiveByOffsetAsync((Page - 1) * PageLength, gone.Token));

    private async Task WhenItStandsAsync(Func<Task> act)
    {
        busy = true;
        try
        {
            while (await client.ArchiveAsync(gone.Token) is { Ready: false } written)
            {
                Waiting = written.Rows;
                StateHasChanged();
                await Task.Delay(BetweenLooks, real, gone.Token);
            }

            Waiting = null;
            await act();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        finally
        {
            busy = false;
        }
    }

    private static string Percent(double part) => (100 * part).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
