using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>A conditional GET as it is often written, and what is wrong with it.</summary>
internal static class CachingBugHunt
{
    public static readonly BugHunt Hunt = new(
        "A product with an ETag: short, plausible, and wrong in six places.",
        """
        app.MapGet("/products/{id}", (int id, HttpContext http) =>
        {
            var json = Serialize(store.Find(id));
            var etag = json.GetHashCode().ToString();

            if (http.Request.Headers.IfNoneMatch == etag)
                return Results.StatusCode(304);

            http.Response.Headers.ETag = etag;
            http.Response.Headers.CacheControl = "public, max-age=300, s-maxage=3600";
            return Results.Text(json, "application/json");
        });

        app.MapPut("/products/{id}", (int id, Product sent) =>
        {
            store.Save(id, sent);
            return Results.Ok(sent);
        });
        """,
        [
            new(4, "A string’s hash code is another one in every process: after a restart, or on the next node, nobody’s copy is right any more."),
            new(6, "The field is a list, may be *, and a tag may be weak. Comparing texts misses all of these, and a proxy that adds W/ makes it miss for ever."),
            new(7, "A 304 owes the ETag, Cache-Control and Vary that the 200 would have had. Without them the copy is not renewed, and the next use asks again."),
            new(9, "A tag stands in quotes. Without them it is none, and a cache may drop it."),
            new(10, "Behind a shared cache the five minutes are not true: a copy that lay there for longer arrives in the browser stale, because its Age counts."),
            new(16, "Nobody asks which state this replaces. Two editors who read the same product overwrite each other without a word: ask for If-Match, refuse with 428 and 412."),
        ]);
}
