using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Journal;

/// <summary>Endpoint metadata: members of its JSON bodies, requests and answers, whose values never get into a record.</summary>
public sealed record SecretMembers(params IReadOnlyList<string> Names)
{
    public const string Hidden = "…";

    /// <summary>The body with the secret values hidden. What is no whole JSON object is not kept at all: nobody knows what is in it.</summary>
    public CapturedBody Hide(CapturedBody body)
    {
        if (body.Text is null)
            return body;
        try
        {
            return JsonNode.Parse(body.Text) is JsonObject members ? body with { Text = Hide(members) } : NotKept(body);
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            return NotKept(body); // broken, with a member given twice, or with half a character in it
        }
    }

    private string Hide(JsonObject members)
    {
        foreach (var name in Names.Where(members.ContainsKey))
            members[name] = Hidden;
        return members.ToJsonString(WireJson.Options);
    }

    private static CapturedBody NotKept(CapturedBody body) => body with { Text = "(not kept: this call carries secrets, and the body could not be read)" };
}

/// <summary>Secrets where they do not belong.</summary>
internal static class Secrets
{
    /// <summary>A query without the value of <c>access_token</c>, which some people put there (RFC 6750 §5.3 warns of it).</summary>
    public static string InQuery(QueryString query) =>
        query.Value is { Length: > 0 } text ? string.Join('&', text.Split('&').Select(WithoutToken)) : "";

    private static string WithoutToken(string pair)
    {
        var end = pair.IndexOf('=');
        var name = Uri.UnescapeDataString(end < 0 ? pair : pair[..end]).TrimStart('?');
        return end >= 0 && name.Equals("access_token", StringComparison.OrdinalIgnoreCase) ? $"{pair[..end]}={SecretMembers.Hidden}" : pair;
    }
}
