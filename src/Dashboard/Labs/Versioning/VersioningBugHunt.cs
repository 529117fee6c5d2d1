using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>A negotiated address as it is often written, and what is wrong with it.</summary>
internal static class VersioningBugHunt
{
    public static readonly BugHunt Hunt = new(
        "Two versions behind one address, short and plausible.",
        """
        app.MapGet("/users/{id}", (int id, HttpContext http) =>
        {
            var user = Load(id);
            var accept = http.Request.Headers.Accept.ToString();
            var v2 = accept.Contains("v2");
            http.Response.Headers.CacheControl = "public, max-age=60";
            http.Response.Headers.ETag = $"\"{user.Revision}\"";
            if (!v2)
                http.Response.Headers["Deprecation"] = "true";
            return v2 ? Results.Json(UserV2.Of(user))
                      : Results.Json(UserV1.Of(user));
        });
        """,
        [
            new(5, "A piece of text is no media type: “v20” is taken for version 2, and so is “v2;q=0”, which says never version 2."),
            new(6, "The answer depends on Accept, but no Vary says so: a shared cache hands it to whoever asks next, in whatever version."),
            new(7, "Both versions get the same ETag. A client that has version 1 and asks for version 2 is told 304: keep what you have."),
            new(9, "Deprecation holds a date, such as @1769166000 (RFC 9745). And nobody learns when it ends or where to go: Sunset and Link are missing."),
            new(11, "Version 1 is what is left over, also for text/html and for v9: a client gets what it cannot read instead of 406. And Content-Type names no version."),
        ]);
}
