namespace Visualizer.DemoApi.Labs.Consistency;

/// <summary>The posts that every node has from the beginning; ids run from 1 without gaps.</summary>
internal static class PostSeed
{
    private static readonly (string Title, string Body)[] Texts =
    [
        ("We moved to three nodes", "One takes the writes, two take over part of the reads. Tell us what you notice."),
        ("Likes are back", "They were gone for a day. Nobody lost one."),
        ("Comments are open", "Write one, then look whether it is still there."),
    ];

    public static IEnumerable<Post> Posts(DateTimeOffset at) =>
        Texts.Select((text, i) => new Post(i + 1, text.Title, text.Body, Likes: 0, Version: 1, at.AddMinutes(i - Texts.Length)));
}
