using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Identity.Core;
using Visualizer.DemoApi.Tests.Labs.JwtSecurity;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Identity;

/// <summary>Tokens with a true signature and one thing wrong, made with the sandbox's own key; and the noise of the world.</summary>
public sealed class StrictDoorTests(House house) : IClassFixture<House>
{
    private static readonly Action<JsonObject> Untouched = _ => { };

    private static readonly object Still = new { paused = true };

    private static readonly Dictionary<string, (Action<JsonObject> Header, Action<JsonObject> Payload)> Flaws = new()
    {
        ["typ in capitals"] = (h => h["typ"] = "AT+JWT", Untouched),
        ["typ with its tree"] = (h => h["typ"] = "application/at+jwt", Untouched),
        ["aud in a list"] = (Untouched, p => p["aud"] = new JsonArray("https://other.example", SandboxIdentity.Audience)),
        ["typ JWT"] = (h => h["typ"] = "JWT", Untouched),
        ["typ missing"] = (h => h.Remove("typ"), Untouched),
        ["typ a number"] = (h => h["typ"] = 1, Untouched),
        ["alg in small letters"] = (h => h["alg"] = "es256", Untouched),
        ["crit"] = (h => h["crit"] = new JsonArray("exp"), Untouched),
        ["crit null"] = (h => h["crit"] = null, Untouched),
        ["kid missing"] = (h => h.Remove("kid"), Untouched),
        ["kid in capitals"] = (h => h["kid"] = $"{h["kid"]}".ToUpperInvariant(), Untouched),
        ["iss foreign"] = (Untouched, p => p["iss"] = "https://visualizer.example/"),
        ["iss missing"] = (Untouched, p => p.Remove("iss")),
        ["aud foreign"] = (Untouched, p => p["aud"] = "https://other.example"),
        ["aud missing"] = (Untouched, p => p.Remove("aud")),
        ["aud with a number"] = (Untouched, p => p["aud"] = new JsonArray(SandboxIdentity.Audience, 1)),
        ["exp missing"] = (Untouched, p => p.Remove("exp")),
        ["exp a text"] = (Untouched, p => p["exp"] = $"{p["exp"]}"),
        ["exp beyond time"] = (Untouched, p => p["exp"] = JsonNode.Parse("1e30")),
        ["exp negative"] = (Untouched, p => p["exp"] = -1),
        ["nbf in the future"] = (Untouched, p => p["nbf"] = (long)p["iat"]! + 1),
        ["nbf a text"] = (Untouched, p => p["nbf"] = "now"),
        ["iat in the future"] = (Untouched, p => p["iat"] = (long)p["iat"]! + 1),
        ["iat missing"] = (Untouched, p => p.Remove("iat")),
        ["sub missing"] = (Untouched, p => p.Remove("sub")),
        ["sub unknown"] = (Untouched, p => p["sub"] = "user-99"),
        ["client_id missing"] = (Untouched, p => p.Remove("client_id")),
        ["jti missing"] = (Untouched, p => p.Remove("jti")),
        ["sid of nobody"] = (Untouched, p => p["sid"] = "unknown"),
    };

    public static TheoryData<string, string> Table => new()
    {
        { "typ in capitals", "" }, { "typ with its tree", "" }, { "aud in a list", "" },
        { "typ JWT", "type" }, { "typ missing", "type" }, { "typ a number", "type" },
        { "alg in small letters", "algorithm" }, { "crit", "critical" }, { "crit null", "critical" },
        { "kid missing", "key" }, { "kid in capitals", "key" },
        { "iss foreign", "issuer" }, { "iss missing", "issuer" },
        { "aud foreign", "audience" }, { "aud missing", "audience" }, { "aud with a number", "audience" },
        { "exp missing", "expiry" }, { "exp a text", "expiry" }, { "exp beyond time", "expiry" }, { "exp negative", "expiry" },
        { "nbf in the future", "not-before" }, { "nbf a text", "not-before" },
        { "iat in the future", "issued-at" }, { "iat missing", "issued-at" },
        { "sub missing", "claims" }, { "client_id missing", "claims" }, { "jti missing", "claims" },
        { "sub unknown", "subject" }, { "sid of nobody", "revocation" },
    };

    [Theory, MemberData(nameof(Table))]
    public async Task TrueSignature_OneFlaw_StopsThere(string flaw, string check)
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        var (header, payload) = Flaws[flaw];
        var answer = await guest.MeAsync(Sign(guest, Forge.Changed(Forge.Header(access), header).ToJsonString(), Forge.Changed(Forge.Payload(access), payload).ToJsonString()));

        if (check.Length == 0)
            Assert.Equal(200, (int)answer.Status);
        else
            Assert.Equal(check, answer.IsProblem(401, "invalid-token").Json.GetProperty("details").GetProperty("check").GetString());
    }

    [Theory]
    [InlineData("{0}=", "form")]
    [InlineData("{0}%20", "form")]
    [InlineData("{0}.e30", "form")]
    [InlineData("{0}.e30.e30", "form")]
    [InlineData("eyJ.{0}", "form")]
    [InlineData("e30.e30.{0}", "form")]
    [InlineData("{{\"payload\":\"{0}\"}}", "form")]
    public async Task Spelling_OtherThanThreePartsOfBase64Url_Is401(string form, string check)
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        var answer = (await guest.MeAsync(string.Format(form, access))).IsProblem(401, "invalid-token");
        Assert.Equal(check, answer.Json.GetProperty("details").GetProperty("check").GetString());
    }

    [Fact]
    public async Task NoBreakSpaceBehindIt_Is401()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Root, $"/s/{guest.Id}/api/me"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {access}\u00a0");
        using var response = await http.SendAsync(request);

        (await Answer.OfAsync(response)).IsProblem(401, "invalid-token");
    }

    [Fact]
    public async Task MemberGivenTwice_Is401()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        var payload = Forge.Payload(access).ToJsonString();
        var twice = payload.Insert(1, "\"role\":\"admin\",");

        Assert.Equal(200, (int)(await guest.MeAsync(Sign(guest, Forge.Header(access).ToJsonString(), payload))).Status);
        (await guest.MeAsync(Sign(guest, Forge.Header(access).ToJsonString(), twice))).IsProblem(401, "invalid-token");
    }

    [Fact]
    public async Task TooLong_Is401()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        var payload = Forge.Changed(Forge.Payload(access), p => p["padding"] = new string('x', 7_000)).ToJsonString();
        (await guest.MeAsync(Sign(guest, Forge.Header(access).ToJsonString(), payload))).IsProblem(401, "invalid-token");
    }

    [Fact]
    public async Task LastCharacter_SpelledOtherwise_Is401()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        var last = access[^1]; // 64 bytes end in two bits that mean something and four that must be zero
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        (await guest.MeAsync(access[..^1] + letters[letters.IndexOf(last) + 1])).IsProblem(401, "invalid-token");
    }

    /// <summary>Where (r, s) fits, (r, n − s) fits too: a token that nobody with the key has made.</summary>
    [Fact]
    public async Task TwinOfATrueSignature_Is401()
    {
        using var guest = await house.GuestAsync(Still);
        for (var i = 0; i < 8; i++) // half of all signatures would have been the other one
        {
            var (access, _) = await guest.LogInAsync();
            Assert.Equal(200, (int)(await guest.MeAsync(access)).Status);
            Assert.Equal("signature", (await guest.MeAsync(Forge.Twin(access))).IsProblem(401, "invalid-token").Json.GetProperty("details").GetProperty("check").GetString());
        }
    }

    /// <summary>Noise, and true tokens with one character replaced, taken out or put in: no fault of the server, and no way in.</summary>
    [Fact]
    public async Task AnyText_NeitherBreaksNorOpensTheStrictDoor()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        Assert.True(house.Store.TryUse(guest.Id, out var sandbox));
        var identity = sandbox.State<SandboxIdentity>();
        var expected = identity.Expectation(sandbox.Clock.GetUtcNow());
        var mutation =
            from at in Gen.Choose(0, access.Length - 1)
            from kind in Gen.Choose(0, 2)
            from letter in Gen.Elements("abcXYZ019-_.=+/ \u00a0\u2028\ud800{}\"".ToCharArray())
            select kind switch { 0 => access.Remove(at, 1), 1 => access.Insert(at, $"{letter}"), _ => access.Remove(at, 1).Insert(at, $"{letter}") };
        var json = from text in ArbMap.Default.GeneratorFor<string>() select $"{Forge.Encode(text ?? "")}.{Forge.Encode(text ?? "")}.{text}";
        var noise = Gen.OneOf(mutation, json, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get));

        Prop.ForAll(Arb.From(noise), token => token == access || TokenCheck.Run(StrictChecks.All, JwtParts.Of(token), expected) is [.., { Passed: false }])
            .QuickCheckThrowOnFailure();
    }

    /// <summary>Any JSON whatever under a true signature: no exception, and only the very claims open.</summary>
    [Fact]
    public async Task AnyJson_UnderATrueSignature_BreaksNothing()
    {
        using var guest = await house.GuestAsync(Still);
        var (access, _) = await guest.LogInAsync();
        Assert.True(house.Store.TryUse(guest.Id, out var sandbox));
        var identity = sandbox.State<SandboxIdentity>();
        var expected = identity.Expectation(sandbox.Clock.GetUtcNow());
        var value = Gen.Elements("null", "true", "0", "-1", "1e400", "1e30", "\"\"", "\"\\ud800\"", "[]", "{}", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", "\"x\"");
        var change =
            from inHeader in Gen.Elements(true, false)
            from name in Gen.Elements("typ", "alg", "kid", "crit", "iss", "aud", "sub", "exp", "nbf", "iat", "jti", "sid", "client_id", "role", "\\ud800", "extra")
            from text in value
            select (inHeader, name, text);

        Prop.ForAll(Arb.From(change), c =>
        {
            var (header, payload) = (Forge.Header(access), Forge.Payload(access));
            (c.inHeader ? header : payload).Remove(c.name);
            var part = (c.inHeader ? header : payload).ToJsonString().Insert(1, $"\"{c.name}\":{c.text},");
            var token = CompactJws.Write(c.inHeader ? part : header.ToJsonString(), c.inHeader ? payload.ToJsonString() : part, identity.Key.Sign);
            var opens = TokenCheck.Run(StrictChecks.All, JwtParts.Of(token), expected).All(check => check.Passed);
            return !opens || c.name is "extra" or "role" or "nbf" || (c.name, c.text) is ("iat", "0") || (c.inHeader && c.name is not ("typ" or "alg" or "kid" or "crit"))
                || (!c.inHeader && c.name is "typ" or "alg" or "kid" or "crit") || c.text == "\"x\"";
        }).QuickCheckThrowOnFailure();
    }

    private string Sign(Guest guest, string header, string payload)
    {
        Assert.True(house.Store.TryUse(guest.Id, out var sandbox));
        return CompactJws.Write(header, payload, sandbox.State<SandboxIdentity>().Key.Sign);
    }
}
