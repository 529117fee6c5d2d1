using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>"Read your own writes" as it is often built, and what is wrong with it.</summary>
internal static class ConsistencyBugHunt
{
    public static readonly BugHunt Hunt = new(
        "“You always see your own comments”, with a cache.",
        """
        class Comments(Database db, Replica replica, Cache cache)
        {
            public async Task Write(User me, string text)
            {
                await db.Insert(me.Id, text);
                await cache.Set($"comments:{me.Id}", await db.Of(me.Id), 60);
            }

            public async Task<List<Comment>> Read(User me, long author)
            {
                if (me.Id == author)
                    return await replica.Of(author);
                var found = await cache.Get($"comments:{author}");
                if (found is null or { Count: 0 })
                    found = await replica.Of(author);
                return found;
            }
        }
        """,
        [
            new(6, "Two writes at once: both are in the database, but the one that read first may store last, and its list without the other stays for a minute. Database and cache do not change together."),
            new(6, "What was meant for the author’s own session lies under a key that everyone reads: all see it at once, or, after a lost update, none."),
            new(12, "The author is sent to a replica, the very place that lacks the write. Own writes need the primary, or a token that the replica must have reached."),
            new(14, "An empty list counts as “not there”: every visit to an author without comments goes to the database, and a popular one brings all visits at once."),
            new(15, "What is loaded is not kept, and from which state it came nobody knows: two visits may show it and then not. Nothing bounds how old an answer is."),
        ]);
}
