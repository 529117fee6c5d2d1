using System.Globalization;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>What a run meant, and what came of it.</summary>
/// <param name="Intents">Things that somebody meant to have done once.</param>
/// <param name="Orders">Orders in the ledger that were not there before the run.</param>
/// <param name="Cents">What was charged since the run began.</param>
public sealed record Tally(int Intents, int Orders, long Cents)
{
    public static readonly Tally None = new(0, 0, 0);

    /// <summary>The orders with the sign that people write: a DELETE leaves fewer than there were.</summary>
    public string OrdersInWords => Orders.ToString("0;−0", CultureInfo.InvariantCulture);

    /// <summary>The charge as people write it: <c>60.00</c>.</summary>
    public string Charged => (Cents / 100m).ToString("0.00;−0.00", CultureInfo.InvariantCulture);
}
