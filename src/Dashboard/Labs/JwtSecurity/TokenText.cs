using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>A token as somebody without any key has it: two texts to read and change, and a signature to keep, drop or replace. Decoded, never verified.</summary>
/// <param name="Header">The header's JSON, as decoded.</param>
/// <param name="Payload">The payload's JSON, as decoded.</param>
/// <param name="Signature">The signature as it stands in the token, in base64url; empty for none.</param>
public sealed record TokenText(string Header, string Payload, string Signature)
{
    /// <summary>Takes a token apart; null where it does not have three parts that decode to text.</summary>
    public static TokenText? Read(string? token) =>
        token?.Split('.') is [var header, var payload, var signature] && Decode(header) is { } head && Decode(payload) is { } body
            ? new(head, body, signature)
            : null;

    /// <summary>The claims in order, with what they say and, for personal data, why it is that.</summary>
    public IReadOnlyList<Claim> Claims => Members(Payload);

    /// <summary>The header's members, likewise.</summary>
    public IReadOnlyList<Claim> HeaderMembers => Members(Header);

    /// <summary>What is signed.</summary>
    private string Input => $"{Encode(Header)}.{Encode(Payload)}";

    /// <summary>The same token with one member of its header set to a text.</summary>
    public TokenText WithHeader(string name, string value) => this with { Header = Set(Header, name, value) };

    /// <summary>The same token with one claim set to a text.</summary>
    public TokenText WithClaim(string name, string value) => this with { Payload = Set(Payload, name, value) };

    /// <summary>Signed anew as HS256 with any text as the secret.</summary>
    public TokenText SignedWith(string secret)
    {
        var unsigned = WithHeader("alg", "HS256");
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(unsigned.Input));
        return unsigned with { Signature = Base64Url.EncodeToString(mac) };
    }

    /// <summary>Whether a secret fits the signature, as whoever guesses secrets asks.</summary>
    public bool IsSignedWith(string secret) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(Input))) == Signature;

    public override string ToString() => $"{Input}.{Signature}";

    /// <summary>The three parts as they stand in the token.</summary>
    public (string Header, string Payload, string Signature) Encoded => (Encode(Header), Encode(Payload), Signature);

    private static IReadOnlyList<Claim> Members(string json) =>
        Json(json) is { } members
            ? [.. members.Select(member => (member.Key, Value: member.Value?.ToJsonString(Plain) ?? "null")).Select(m => new Claim(m.Key, m.Value, PersonalData.Why(m.Key, m.Value)))]
            : [];

    private static string Set(string json, string name, string value)
    {
        if (Json(json) is not { } members)
            return json;
        members[name] = value;
        return members.ToJsonString(Plain);
    }

    private static JsonObject? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject members && members.Count >= 0 ? members : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            return null; // what somebody is still typing
        }
    }

    private static string? Decode(string part) => Base64Url.IsValid(part) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)) : null;

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static JsonSerializerOptions Plain => Visualizer.DemoApi.Wire.WireJson.Options;
}

/// <summary>One member of a header or payload.</summary>
/// <param name="Value">As JSON.</param>
/// <param name="Personal">Why it is personal data, or null where it is none.</param>
public sealed record Claim(string Name, string Value, string? Personal);
