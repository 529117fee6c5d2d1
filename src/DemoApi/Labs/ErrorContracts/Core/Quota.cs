namespace Visualizer.DemoApi.Labs.ErrorContracts.Core;

/// <summary>Ten in each ten seconds, counted from the Unix epoch; a window is half-open, so its end is the next one's beginning.</summary>
internal sealed class Quota
{
    public const int Limit = 10;

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new(); // guards the two fields below
    private long _window = long.MinValue;
    private int _used;

    /// <summary>Looks and spends in one step. A refusal spends nothing; a clock that goes back counts as one that stands still.</summary>
    public QuotaAnswer Take(DateTimeOffset now)
    {
        var ticks = (now - DateTimeOffset.UnixEpoch).Ticks;
        lock (_gate)
        {
            var window = Math.DivRem(ticks, Window.Ticks).Quotient;
            if (window > _window)
                (_window, _used) = (window, 0);
            var admitted = _used < Limit;
            if (admitted)
                _used++;
            return new(admitted, Limit - _used, TimeSpan.FromTicks(((_window + 1) * Window.Ticks) - ticks));
        }
    }
}

/// <param name="Left">How many more pass in this window.</param>
/// <param name="UntilNext">How long until the next window begins.</param>
internal readonly record struct QuotaAnswer(bool Admitted, int Left, TimeSpan UntilNext);
