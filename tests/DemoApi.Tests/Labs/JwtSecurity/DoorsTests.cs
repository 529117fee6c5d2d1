using System.Text.Json;
using System.Text.Json.Nodes;
using Visualizer.DemoApi.Labs.JwtSecurity;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Labs.JwtSecurity;

/// <summary>Each attack, made with what an outsider has, at each of the four doors.</summary>
public sealed class DoorsTests(House house) : IClassFixture<House>
{
    private static readonly object Still = new { paused = true };

    private sealed record Loot(string Access, string Leaky, string ForOthers, string Pem);

    private static readonly Dictionary<string, Func<Loot, string>> Attacks = new()
    {
        ["nothing: as issued"] = loot => loot.Access,
        ["edited payload"] = loot => Forge.Edit(loot.Access, BeAdmin),
        ["signature dropped"] = loot => loot.Access[..(loot.Access.LastIndexOf('.') + 1)],
        ["none"] = loot => Forge.Unsigned(Forge.Edit(loot.Access, BeAdmin)),
        ["nOnE"] = loot => Forge.Unsigned(Forge.Edit(loot.Access, BeAdmin), "nOnE"),
        ["two parts"] = loot => Forge.Unsigned(loot.Access).TrimEnd('.'),
        ["alg missing"] = loot => Forge.EditHeader(loot.Access, header => header.Remove("alg")),
        ["HS256 with the PEM"] = loot => Forge.Hs256(Forge.Edit(loot.Access, BeAdmin), loot.Pem),
        ["HS256 with the PEM, no newline"] = loot => Forge.Hs256(Forge.Edit(loot.Access, BeAdmin), loot.Pem.TrimEnd('\n')),
        ["HS256 with the PEM, plain typ"] = loot => Forge.Hs256(loot.Access, loot.Pem, header => header["typ"] = "JWT"),
        ["HS256 with a wrong secret"] = loot => Forge.Hs256(loot.Access, "not this one"),
        ["HS384 by name"] = loot => Forge.Hs256(loot.Access, loot.Pem, header => header["alg"] = "HS384"),
        ["leaky: as issued"] = loot => loot.Leaky,
        ["leaky: secret guessed"] = loot => Forge.Hs256(Forge.Edit(loot.Leaky, BeAdmin), WeakSecrets.Of(42)),
        ["meant for others"] = loot => loot.ForOthers,
        ["kid: a path, empty secret"] = loot => Forge.Hs256(loot.Access, "", header => header["kid"] = "../../../../dev/null"),
        ["kid: a path"] = loot => Forge.EditHeader(loot.Access, header => header["kid"] = "../../../../dev/null"),
        ["kid: a query"] = loot => Forge.EditHeader(loot.Access, header => header["kid"] = "x' UNION SELECT 'k"),
        ["a key of one's own in the header"] = loot => Forge.EditHeader(loot.Access, header => header["jwk"] = new JsonObject { ["kty"] = "oct", ["k"] = "AA" }),
        ["no token at all"] = _ => "garbage",
    };

    /// <summary>Which doors open: decode-only, trusts-alg, no-audience, strict; and the question at which the strict one stops.</summary>
    public static TheoryData<string, string, string> Table => new()
    {
        { "nothing: as issued", "1111", "" },
        { "edited payload", "1000", "signature" },
        { "signature dropped", "1000", "signature" },
        { "none", "1100", "algorithm" },
        { "nOnE", "1100", "algorithm" },
        { "two parts", "1100", "form" },
        { "alg missing", "1000", "algorithm" },
        { "HS256 with the PEM", "1100", "algorithm" },
        { "HS256 with the PEM, no newline", "1100", "algorithm" },
        { "HS256 with the PEM, plain typ", "1100", "type" },
        { "HS256 with a wrong secret", "1000", "algorithm" },
        { "HS384 by name", "1000", "algorithm" },
        { "leaky: as issued", "1100", "algorithm" },
        { "leaky: secret guessed", "1100", "algorithm" },
        { "meant for others", "1010", "audience" },
        { "kid: a path, empty secret", "1000", "algorithm" },
        { "kid: a path", "1000", "key" },
        { "kid: a query", "1000", "key" },
        { "a key of one's own in the header", "1000", "signature" },
        { "no token at all", "0000", "form" },
    };

    [Theory, MemberData(nameof(Table))]
    public async Task Attack_OpensTheseDoors(string attack, string opens, string stopsAt)
    {
        using var guest = await house.GuestAsync(Still);
        var token = Attacks[attack](await LootAsync(guest));
        var answers = new List<Answer>();
        foreach (var door in DoorQuestions.Doors)
            answers.Add(await guest.GetAsync($"api/doors/{door}", TokenGuest.Bearer(token)));

        Assert.Equal(opens, string.Concat(answers.Select(answer => (int)answer.Status == 200 ? '1' : '0')));
        Assert.All(answers.Where(answer => (int)answer.Status != 200), answer => answer.IsProblem(401, "invalid-token"));
        if (stopsAt.Length > 0)
            Assert.Equal(stopsAt, answers[3].Json.GetProperty("details").GetProperty("check").GetString());
        Assert.Equal(answers[3].Status, (await guest.MeAsync(token)).Status);
    }

    [Fact]
    public async Task Expired_OpensOnlyTheDoorThatAsksNothing()
    {
        using var guest = await house.GuestAsync(Still);
        var loot = await LootAsync(guest);
        await guest.AdvanceAsync(900_000);

        Assert.Equal("1000", await OpensAsync(guest, loot.Access));
        Assert.Equal("1000", await OpensAsync(guest, loot.Leaky));
        Assert.Equal("1000", await OpensAsync(guest, Forge.Unsigned(loot.Access)));
    }

    [Fact]
    public async Task Event_TellsTheListUpToTheFirstFailure_AndNotTheToken()
    {
        using var guest = await house.GuestAsync(Still);
        var token = Forge.Unsigned(Forge.Edit((await LootAsync(guest)).Access, BeAdmin));
        await OpensAsync(guest, token);

        var tried = (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == "door_tried").Select(e => e.GetProperty("data")).ToList();
        Assert.Equal(DoorQuestions.Doors, tried.Select(door => door.GetProperty("door").GetString()));
        Assert.Equal(["form", "json", "type"], Texts(tried[3].GetProperty("passed")));
        Assert.Equal(("algorithm", "Its alg is not ES256."), (tried[3].GetProperty("failed").GetString(), tried[3].GetProperty("why").GetString()));
        Assert.Equal(DoorQuestions.Of("trusts-alg").Select(question => question.Name), Texts(tried[1].GetProperty("passed")));
        Assert.Equal(("user-1", "admin"), (tried[1].GetProperty("subject").GetString(), tried[1].GetProperty("role").GetString()));
        Assert.Single(tried.Select(door => door.GetProperty("token").GetString()).Distinct());
        Assert.DoesNotContain(token, (await guest.GetAsync("sandbox/events", ("Accept", "application/json"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_OfAStrangersToken_NamesNobody()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.GetAsync("api/doors/decode-only", TokenGuest.Bearer($"e30.{Forge.Encode("""{"sub":"real.person@example.org","role":"ceo"}""")}.x"));

        var journal = (await guest.GetAsync("sandbox/events", ("Accept", "application/json"))).Body;
        Assert.DoesNotContain("real.person", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Door_WithoutToken_Is401_WithTwo400()
    {
        using var guest = await house.GuestAsync(Still);
        Assert.Equal("Bearer", (await guest.GetAsync("api/doors/decode-only")).IsProblem(401, "unauthorized").Headers["WWW-Authenticate"]);
        (await guest.GetAsync("api/doors/decode-only?access_token=a.b.c")).IsProblem(401, "unauthorized");
        (await guest.GetAsync("api/doors/decode-only", TokenGuest.Bearer("a"), TokenGuest.Bearer("b"))).IsProblem(400, "invalid-request");
    }

    [Fact]
    public async Task LeakyToken_IsReadableWithoutAnyKey_AccessTokenHoldsNobody()
    {
        using var guest = await house.GuestAsync(Still);
        var loot = await LootAsync(guest);

        Assert.Equal("alice@example.com", (string?)Forge.Payload(loot.Leaky)["email"]);
        Assert.All(Forge.Payload(loot.Access), claim => Assert.Null(PersonalData.Why(claim.Key, $"{claim.Value}")));
        var issued = (await guest.EventsAsync()).Where(e => e.GetProperty("type").GetString() == "token_issued").Select(e => e.GetProperty("data").GetProperty("personal_claims"));
        Assert.Equal(["", "name email birth_date phone", ""], issued.Select(claims => string.Join(' ', Texts(claims))));
    }

    private static void BeAdmin(JsonObject payload) => payload["role"] = "admin";

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString()!);

    private static async Task<Loot> LootAsync(Guest guest)
    {
        var (access, _) = await guest.LogInAsync();
        var leaky = (await guest.PostAsync("api/auth/leaky-token", new { username = "alice", password = "alice-demo" })).Json.GetProperty("access_token").GetString()!;
        var (forOthers, _) = await guest.LogInAsync(audience: "https://other.example");
        return new Loot(access, leaky, forOthers, (await guest.GetAsync("api/.well-known/public.pem")).Body);
    }

    private static async Task<string> OpensAsync(Guest guest, string token)
    {
        var opens = "";
        foreach (var door in DoorQuestions.Doors)
            opens += (int)(await guest.GetAsync($"api/doors/{door}", TokenGuest.Bearer(token))).Status == 200 ? '1' : '0';
        return opens;
    }
}
