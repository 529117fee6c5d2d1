namespace Visualizer.DemoApi.Labs.Consistency.Core;

/// <summary>The arithmetic of overlapping sets.</summary>
internal static class Quorum
{
    /// <summary>
    /// Of n nodes, w have the write and r are asked: more than n in all means that at least one of those asked has it.
    /// That makes reads fresh only if no write is ever half done. Here none is; a store without a primary must repair.
    /// </summary>
    public static bool Overlaps(int nodes, int read, int write) => read + write > nodes;

    /// <summary>The smallest number that two sets cannot both have without sharing a node.</summary>
    public static int Majority(int nodes) => nodes / 2 + 1;
}
