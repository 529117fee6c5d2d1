namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>One answer that the shared cache keeps.</summary>
/// <param name="Target">The address it is kept under.</param>
/// <param name="Varies">What a request must say to be given it; empty where the address is all.</param>
/// <param name="Version">The version it is in.</param>
public sealed record HeldCopy(string Target, string Varies, string Version);

/// <summary>What the shared cache holds, newest last; as many as are worth showing.</summary>
public sealed class HeldCopies
{
    private const int Most = 100;

    private readonly List<HeldCopy> copies = [];

    public IReadOnlyList<HeldCopy> All => copies;

    public void Keep(HeldCopy copy)
    {
        copies.RemoveAll(other => other.Target == copy.Target && other.Varies == copy.Varies);
        copies.Add(copy);
        if (copies.Count > Most)
            copies.RemoveAt(0);
    }

    public void Drop(string? target) => copies.RemoveAll(copy => target is null || copy.Target == target);
}
