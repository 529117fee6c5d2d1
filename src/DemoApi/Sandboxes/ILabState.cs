namespace Visualizer.DemoApi.Sandboxes;

/// <summary>What one lab keeps in a sandbox: made on first use, dropped (and disposed, where it is disposable) by a reset.</summary>
public interface ILabState<TSelf>
    where TSelf : class, ILabState<TSelf>
{
    /// <summary>The lab's slug: a reset of that lab alone drops this state.</summary>
    static abstract string Lab { get; }

    static abstract TSelf Create(Sandbox sandbox);
}

/// <summary>A lab's state that can grow beyond a few kilobytes and says by how much: the bound on what all sandboxes hold counts it.</summary>
internal interface IHeavyState
{
    /// <summary>An estimate of what it holds in memory, in bytes.</summary>
    long Bytes { get; }
}
