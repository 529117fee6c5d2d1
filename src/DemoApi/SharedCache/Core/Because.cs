namespace Visualizer.DemoApi.SharedCache.Core;

/// <summary>Why something was decided, for people, and where it is written.</summary>
internal sealed record Because(string Says, string Rule);
