namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>What a limiter answers. Every time in it is in ticks (100 ns), from the <c>now</c> of the request.</summary>
/// <param name="Admitted">Whether the request may pass.</param>
/// <param name="Remaining">How much more could be spent at this instant; never negative.</param>
/// <param name="RetryAfterTicks">
/// The shortest wait after which this cost is admitted, if nobody else asks: 0 if it just was, <see cref="Never"/> if no wait helps.
/// </param>
/// <param name="ResetTicks">Until the whole quota is there again, or <see cref="Never"/>.</param>
/// <param name="WaitTicks">How long an admitted request is held back; only the leaky bucket holds any.</param>
internal readonly record struct Decision(bool Admitted, long Remaining, long RetryAfterTicks, long ResetTicks, long WaitTicks = 0)
{
    public const long Never = -1;
}
