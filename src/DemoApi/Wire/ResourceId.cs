using System.Globalization;

namespace Visualizer.DemoApi.Wire;

/// <summary>The number in an address such as <c>/items/7</c>.</summary>
internal static class ResourceId
{
    /// <summary>False for whatever is no positive integer: it names nothing, which is 404 and not 400.</summary>
    public static bool TryParse(string text, out long id) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;
}
