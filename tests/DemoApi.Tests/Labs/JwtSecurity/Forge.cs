using System.Buffers.Text;
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
