namespace Visualizer.Dashboard.Stage;

/// <summary>A part of the page that the browser draws from numbers, without a render.</summary>
public interface IPicture
{
    /// <summary>Hands over what is new.</summary>
    Task DrawAsync();
}

/// <summary>The drawn parts of one page: they announce themselves, and draw when the journal has news.</summary>
/// <param name="stand">Told whenever a part stands for the first time.</param>
public sealed class Pictures(Action stand)
{
    private readonly List<IPicture> all = [];
    private readonly HashSet<IPicture> standing = [];

    /// <summary>True once every part has drawn its first picture.</summary>
    public bool AllStand => standing.Count == all.Count;

    public Task DrawAsync() => Task.WhenAll(all.Select(picture => picture.DrawAsync()));

    internal void Add(IPicture picture) => all.Add(picture);

    internal void Stands(IPicture picture)
    {
        if (standing.Add(picture))
            stand();
    }

    internal void Remove(IPicture picture)
    {
        all.Remove(picture);
        standing.Remove(picture);
    }
}
