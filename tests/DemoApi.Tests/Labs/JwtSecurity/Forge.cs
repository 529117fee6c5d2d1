using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Visualizer.DemoApi.Tests.Labs.JwtSecurity;

/// <summary>What an attacker does with a token: text in, text out, no key but what is public or guessed.</summary>
internal static class Forge
{
    public static JsonObject Header(string token) => Part(token, 0);

    public static JsonObject Payload(string token) => Part(token, 1);

    /// <summary>The same token with its payload changed and its old signature.</summary>
    public static string Edit(string token, Action<JsonObject> change) => With(Header(token), Changed(Payload(token), change), Signature(token));

    /// <summary>The same token with its header changed and its old signature.</summary>
    public static string EditHeader(string token, Action<JsonObject> change) => With(Changed(Header(token), change), Payload(token), Signature(token));

    /// <summary>The same words with the other number that fits an ECDSA signature over P-256: n − s.</summary>
    public static string Twin(string token)
    {
        var signature = Base64Url.DecodeFromChars(Signature(token));
        var order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber);
        var twin = (order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return $"{token[..token.LastIndexOf('.')]}.{Base64Url.EncodeToString([.. signature[..32], .. new byte[32 - twin.Length], .. twin])}";
    }

    /// <summary>No algorithm, no signature.</summary>
    public static string Unsigned(string token, string alg = "none") => With(Changed(Header(token), header => header["alg"] = alg), Payload(token), "");

    /// <summary>Signed anew with a "secret", as HS256.</summary>
    public static string Hs256(string token, string secret, Action<JsonObject>? header = null)
    {
        var input = With(Changed(Changed(Header(token), h => h["alg"] = "HS256"), header ?? (_ => { })), Payload(token), "").TrimEnd('.');
        return $"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(input)))}";
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public static JsonObject Changed(JsonObject part, Action<JsonObject> change)
    {
        change(part);
        return part;
    }

    private static string With(JsonObject header, JsonObject payload, string signature) =>
        $"{Encode(header.ToJsonString())}.{Encode(payload.ToJsonString())}.{signature}";

    private static string Signature(string token) => token.Split('.')[2];

    private static JsonObject Part(string token, int index) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[index]))!.AsObject();
}
