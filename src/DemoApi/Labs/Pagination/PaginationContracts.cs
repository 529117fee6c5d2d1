using System.ComponentModel.DataAnnotations;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>One row of the list.</summary>
/// <param name="PriceCents">Price in cents.</param>
/// <param name="CreatedAt">Sandbox time at which it was added, in whole milliseconds.</param>
public sealed record ListedItem(long Id, string Name, string Category, long PriceCents, DateTimeOffset CreatedAt);

/// <summary>A row that the writer adds; id and time are given by the server.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Category">1 to 50 characters.</param>
/// <param name="PriceCents">0 to 1,000,000 cents.</param>
public sealed record NewItem(
    [Required, StringLength(100, MinimumLength = 1)] string? Name,
    [Required, StringLength(ItemRules.LongestCategory, MinimumLength = 1)] string? Category,
    [Required, Range(0, 1_000_000)] long? PriceCents);

/// <summary>The bounds of the list.</summary>
public static class ItemRules
{
    /// <summary>Rows of a fresh sandbox: ids 1 to 100, the highest the newest.</summary>
    public const int Seeded = 100;

    public const int LongestCategory = 50;

    /// <summary>Most rows that a sandbox's list holds.</summary>
    public const int MostItems = 5_000;
}

/// <summary>How the archive of one million rows, which all sandboxes share, is coming along.</summary>
/// <param name="Ready">True: <c>GET /archive</c> answers.</param>
/// <param name="Rows">Rows written so far.</param>
/// <param name="Total">Rows it will have.</param>
public sealed record ArchiveReport(bool Ready, long Rows, long Total);

/// <summary>A cursor of the archive that nobody had to walk to.</summary>
/// <param name="Row">The row it goes on behind, counted from 1.</param>
public sealed record ArchiveCursor(long Row, string Sort, string Cursor);
