using System.Buffers.Text;
using System.Text;

namespace Visualizer.DemoApi.Identity.Core;

/// <summary>Writes a token: two JSON texts, encoded for anybody to read, and a signature over both (RFC 7515 §3.1).</summary>
internal static class CompactJws
{
    public static string Write(string header, string payload, Func<byte[], byte[]> sign)
    {
        var input = $"{Encode(header)}.{Encode(payload)}";
        return $"{input}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(input)))}";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
