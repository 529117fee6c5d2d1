using System.Numerics;

namespace Visualizer.DemoApi.Identity.Core;

/// <summary>
/// One signature, one spelling. Where (r, s) fits an ECDSA signature, (r, n − s) fits as well, and anybody can write it: a second token made
/// from a true one, without the key. Of the two the smaller s is ours, and no other is taken (BIP 146).
/// </summary>
internal static class LowS
{
    private const int Half = 32;

    // n of P-256 (FIPS 186-5 and SP 800-186 §3.2.1.3), most significant byte first.
    private static readonly BigInteger Order =
        new(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    /// <summary>Whether a signature in the form of RFC 7518 §3.4 is the one of the two that is taken.</summary>
    public static bool Is(byte[] signature) => signature.Length == 2 * Half && SOf(signature) <= Order / 2;

    /// <summary>The one of the two that is taken.</summary>
    /// <param name="signature">64 bytes, r and s.</param>
    public static byte[] Of(byte[] signature)
    {
        if (Is(signature))
            return signature;
        var s = (Order - SOf(signature)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. signature[..Half], .. new byte[Half - s.Length], .. s];
    }

    private static BigInteger SOf(byte[] signature) => new(signature.AsSpan(Half), isUnsigned: true, isBigEndian: true);
}
