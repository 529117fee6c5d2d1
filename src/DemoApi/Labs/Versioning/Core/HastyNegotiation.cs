namespace Visualizer.DemoApi.Labs.Versioning.Core;

/// <summary>
/// The wrong twin: the first hint wins, and a piece of text is as good as a media type. It answers every request, which is what is wrong
/// with it. Live beside the right one, so that each decision can be compared; it decides nothing.
/// </summary>
internal static class HastyNegotiation
{
    public static int Decide(VersionRequest asked, int defaultVersion)
    {
        var hint = asked.Outright.SelectMany(place => place.Said).FirstOrDefault();
        if (int.TryParse(hint, out var version) && Versions.All.Contains(version)) // "02" and " 2" pass; "9" falls through to the default
            return version;
        if (asked.Accept.Contains("v2", StringComparison.Ordinal)) // also in v20, and in "v2;q=0", which says never v2
            return 2;
        return asked.Accept.Contains("v1", StringComparison.Ordinal) ? 1 : defaultVersion; // v1 twice as welcome as v2 does not help
    }
}
