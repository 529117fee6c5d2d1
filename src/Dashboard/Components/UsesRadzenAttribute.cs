namespace Visualizer.Dashboard.Components;

/// <summary>On a page that uses a Radzen component: the document then brings Radzen's styles (88 KB) and script (49 KB), which no other page should pay for.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesRadzenAttribute : Attribute;
