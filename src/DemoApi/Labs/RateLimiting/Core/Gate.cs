namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// The smallest lock: one compare-and-swap to enter, one ordered write to leave.
/// Only for a handful of instructions that neither wait nor throw.
/// </summary>
internal struct Gate
{
    private int _taken;

    public void Enter()
    {
        var wait = default(SpinWait);
        while (Interlocked.CompareExchange(ref _taken, 1, 0) != 0)
            wait.SpinOnce();
    }

    public void Leave() => Volatile.Write(ref _taken, 0);
}
