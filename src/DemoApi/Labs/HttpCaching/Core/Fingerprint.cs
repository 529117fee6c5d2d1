using System.Security.Cryptography;

namespace Visualizer.DemoApi.Labs.HttpCaching.Core;

/// <summary>
/// A name for a state of a representation, made of its bytes: other bytes have another name, and the same bytes the same one, after a
/// restart and on every node. A counter alone would do neither: a product that is deleted and made anew counts from 1 again.
/// </summary>
internal static class Fingerprint
{
    /// <summary>What stands between the quotes of an ETag. The version is for human readers, the hash makes it true.</summary>
    public static string Of(ReadOnlySpan<byte> body, long version) => $"{version}-{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 6))}";
}
