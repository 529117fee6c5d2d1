namespace Visualizer.DemoApi.Labs.RateLimiting.Core;

/// <summary>
/// A corner of the drawn level: <paramref name="At"/> in ticks since the Unix epoch, <paramref name="Level"/> in tokens left,
/// requests counted or requests waiting. Two corners at one instant are a jump.
/// </summary>
internal readonly record struct LevelPoint(long At, double Level);
