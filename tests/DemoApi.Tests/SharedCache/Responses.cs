using Visualizer.DemoApi.SharedCache.Core;

namespace Visualizer.DemoApi.Tests.SharedCache;

/// <summary>Requests and responses in one line, at a second of a clock that begins at zero.</summary>
internal static class Responses
{
    public static DateTimeOffset At(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);

    public static CacheRequest Get(params string[] fields) => new("GET", "/products/1", Of(fields));

    public static StoredResponse Response(string cacheControl, params string[] fields) => ResponseAt(0, cacheControl, fields);

    public static StoredResponse ResponseAt(double seconds, string cacheControl, params string[] fields) =>
        new(200, Of([$"Cache-Control: {cacheControl}", "ETag: \"1\"", .. fields]), new byte[100], At(seconds), At(seconds), At(seconds));

    public static Fields Of(params string[] lines) =>
        new(lines.Select(line => KeyValuePair.Create(line[..line.IndexOf(':')], line[(line.IndexOf(':') + 2)..])));
}
