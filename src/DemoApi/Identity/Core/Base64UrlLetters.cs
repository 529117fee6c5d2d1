using System.Buffers;

namespace Visualizer.DemoApi.Identity.Core;

/// <summary>The alphabet of RFC 4648 §5: safe in an address, and not a secret to anybody.</summary>
internal static class Base64UrlLetters
{
    public static readonly SearchValues<char> All = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
