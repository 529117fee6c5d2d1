using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FsCheck.Fluent;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.ErrorContracts.Clerk;

namespace Visualizer.DemoApi.Tests.Labs.ErrorContracts;

/// <summary>One call that can meet every fault at once, and the order in which it answers them.</summary>
public sealed class EightGatesTests(House house) : IClassFixture<House>
{
    /// <summary>Every fault of the lab, the status it is answered with and the gate that does; in the order of the contract.</summary>
    private static readonly (string Name, int Status, int Gate)[] Faults =
    [
        ("wrong method", 405, 1), ("no token", 401, 2), ("wrong role", 403, 3), ("over the limit", 429, 4), ("wrong media type", 415, 5), ("too large", 413, 5),
        ("malformed", 400, 5), ("unknown id", 404, 6), ("no version", 428, 7), ("stale", 412, 7), ("invalid", 422, 8), ("duplicate", 409, 8), ("bug", 500, 9),
    ];

    [Fact]
    public async Task EachFaultAlone_IsAnsweredByItsGate()
    {
        foreach (var (name, status, gate) in Faults)
        {
            using var guest = await house.GuestAsync(Still);
            var answer = await SendAsync(guest, [name]);
            Assert.True(status == (int)answer.Status, $"{name}: {answer.Status} {answer.Body}");
            if (gate <= 8)
            {
                var told = (await guest.DataAsync("stopped_at_gate"))[^1];
                Assert.Equal((gate, status), (told.GetProperty("gate").GetInt32(), told.GetProperty("status").GetInt32()));
                Assert.Equal(string.Join(' ', Enumerable.Range(1, gate).Select(n => n == gate ? $"{n}:{status}" : $"{n}")), told.Short());
            }
        }
    }

    /// <summary>Any set of faults at once: the first in the contract's order is told, and none behind it.</summary>
    [Fact]
    public async Task ManyFaultsAtOnce_TheFirstIsTold()
    {
        var sets = Gen.SubListOf(Faults.Index().Select(fault => fault.Index).ToArray()).Where(set => set.Count > 1).Sample(40, 60).Append([.. Enumerable.Range(0, Faults.Length)]);
        await Parallel.ForEachAsync(sets, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (set, _) =>
        {
            using var guest = await house.GuestAsync(Still);
            var answer = await SendAsync(guest, [.. set.Select(i => Faults[i].Name)]);
            var first = Faults[set.Min()];
            Assert.True(first.Status == (int)answer.Status, $"{string.Join(", ", set.Select(i => Faults[i].Name))}: {answer.Status} {answer.Body}");
        });
    }

    [Fact]
    public async Task NoFault_PassesAllEight_AndTellsTheNextState()
    {
        using var guest = await house.GuestAsync(Still);
        var answer = await guest.ChangeAsync(Good, await guest.TokenAsync(), ("If-Match", await guest.TagAsync()));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("seven@example.com", "seven7"), (answer.Json.GetProperty("email").GetString(), answer.Json.GetProperty("username").GetString()));
        var read = await guest.GetAsync("api/users/7");
        Assert.Equal((answer.Body, answer.Headers["ETag"]), (read.Body, read.Headers["ETag"]));
        Assert.Equal("1 2 3 4 5 6 7 8", Assert.Single(await guest.DataAsync("gates_passed")).Short());
        var changed = Assert.Single(await guest.DataAsync("user_changed"));
        Assert.Equal(answer.Headers["ETag"], changed.GetProperty("after").GetString());
    }

    [Theory]
    [InlineData("api/v1/users/7")]
    [InlineData("api/v2/users/7")]
    public async Task Version_MayHaveBeenReadInEither(string path)
    {
        using var guest = await house.GuestAsync(Still);
        var seen = await guest.TagAsync(path);
        var token = await guest.TokenAsync();

        Assert.Equal(HttpStatusCode.OK, (await guest.ChangeAsync(Good, token, ("If-Match", seen))).Status);
        (await guest.ChangeAsync(Good, token, ("If-Match", seen))).IsProblem(412, "precondition-failed");
    }

    [Fact]
    public async Task Quota_IsSpentByWhatPassesIt_AndByNothingBefore()
    {
        using var guest = await house.GuestAsync(Still);
        var (admin, alice) = (await guest.TokenAsync(), await guest.TokenAsync("alice"));
        for (var i = 0; i < 12; i++)
        {
            (await guest.ChangeAsync(Good)).IsProblem(401, "unauthorized");
            (await guest.ChangeAsync(Good, alice)).IsProblem(403, "forbidden");
        }

        for (var left = 9; left >= 0; left--)
            Assert.Equal($"\"admin-writes\";r={left};t=10", (await guest.ChangeAsync("not json", admin)).IsProblem(400, "malformed-json", null).Headers["RateLimit"]);
        var refused = (await guest.ChangeAsync("not json", admin)).IsProblem(429, "quota-exceeded");
        Assert.Equal("10", refused.Headers["Retry-After"]);
        Assert.Equal("no-store", refused.Headers["Cache-Control"]);
        Assert.Equal("""["admin-writes"]""", refused.Json.GetProperty("violated-policies").GetRawText());
        Assert.Equal(0, (await guest.DataAsync("stopped_at_gate"))[^1].GetProperty("left").GetInt32());

        await guest.AdvanceAsync(9_999);
        (await guest.ChangeAsync("not json", admin)).IsProblem(429, "quota-exceeded");
        await guest.AdvanceAsync(1);
        (await guest.ChangeAsync("not json", admin)).IsProblem(400, "malformed-json");
    }

    [Fact]
    public async Task Bug_BehindTheLastGate_ChangesNothingAndLeaksNothing()
    {
        using var guest = await house.GuestAsync(Still);
        var (token, seen) = (await guest.TokenAsync(), await guest.TagAsync());
        var answer = (await guest.ChangeAsync(Good, token, ("If-Match", seen), ("Demo-Fault", "error-500"))).IsProblem(500, "internal-error");

        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("gate", answer.Body, StringComparison.Ordinal);
        Assert.Contains(answer.Json.GetProperty("trace_id").GetString()!, house.Log.ToString(), StringComparison.Ordinal);
        Assert.Equal(seen, await guest.TagAsync());
        var told = Assert.Single(await guest.DataAsync("gates_passed"));
        Assert.Equal((500, "1 2 3 4 5 6 7 8"), (told.GetProperty("status").GetInt32(), told.Short()));
    }

    [Fact]
    public async Task CutBeforeTheCommit_ChangesNothing()
    {
        using var guest = await house.GuestAsync(Still);
        var (token, seen) = (await guest.TokenAsync(), await guest.TagAsync());
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => guest.ChangeAsync(Good, token, ("If-Match", seen), ("Demo-Fault", "fail-before-commit")));
        Assert.Equal(seen, await guest.TagAsync());
    }

    [Fact]
    public async Task Delay_HoldsTheCallOnSandboxTime()
    {
        using var guest = await house.GuestAsync(Still);
        var (token, seen) = (await guest.TokenAsync(), await guest.TagAsync());
        var held = guest.ChangeAsync(Good, token, ("If-Match", seen), ("Demo-Fault", "delay=800"));
        await guest.EventsAsync("request_received", 3);
        while (!held.IsCompleted) // the request is recorded before it is held: push until it is
            await guest.AdvanceAsync(800);
        Assert.Equal(HttpStatusCode.OK, (await held).Status);
    }

    [Fact]
    public async Task Duplicate_OfItself_IsNone_AndOfAnother_NamesEveryPlace()
    {
        using var guest = await house.GuestAsync(Still);
        var token = await guest.TokenAsync();
        var other = (await guest.GetAsync("api/users/8")).Json;
        var self = (await guest.GetAsync("api/users/7")).Json;

        Assert.Equal(HttpStatusCode.OK, (await guest.ChangeAsync(
            new { email = self.GetProperty("email").GetString()!.ToUpperInvariant(), username = self.GetProperty("username").GetString() }, token, ("If-Match", "*"))).Status);
        var taken = await guest.ChangeAsync(
            new { email = other.GetProperty("email").GetString()!.ToUpperInvariant(), username = other.GetProperty("username").GetString() }, token, ("If-Match", "*"));
        Assert.Equal(["#/email", "#/username"], taken.IsProblem(409, "conflict", "email").Places());
    }

    [Fact]
    public async Task Parallel_WithOneTag_OneWins()
    {
        using var guest = await house.GuestAsync(Still);
        var (token, seen) = (await guest.TokenAsync(), await guest.TagAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => guest.ChangeAsync(new { email = $"user{i}@example.com", username = $"user{i}" }, token, ("If-Match", seen))));
        Assert.Equal((1, 7), (answers.Count(a => a.Status == HttpStatusCode.OK), answers.Count(a => a.Status == HttpStatusCode.PreconditionFailed)));
    }

    [Fact]
    public async Task RouteGate_IsTheSameForTheWholeApi()
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.GetAsync("api/nothing/here")).IsProblem(404, "not-found");
        var refused = (await guest.SendAsync(HttpMethod.Delete, Seven)).IsProblem(405, "method-not-allowed");
        Assert.Equal("PUT, OPTIONS", refused.Headers["Allow"]);
        var options = await guest.SendAsync(HttpMethod.Options, Seven);

        Assert.Equal((HttpStatusCode.NoContent, "PUT, OPTIONS"), (options.Status, options.Headers["Allow"]));
        Assert.Equal(["1:404", "1:405"], (await guest.DataAsync("stopped_at_gate")).Select(told => told.Short()));
    }

    private static async Task<Answer> SendAsync(Guest guest, IReadOnlySet<string> faults)
    {
        var admin = await guest.TokenAsync();
        var other = (await guest.GetAsync("api/users/8")).Json.GetProperty("email").GetString()!;
        List<(string, string)> headers = [];
        if (!faults.Contains("no token"))
            headers.Add(faults.Contains("wrong role") ? await guest.TokenAsync("alice") : admin);
        if (!faults.Contains("no version"))
            headers.Add(("If-Match", faults.Contains("stale") ? "\"old\"" : await guest.TagAsync()));
        if (faults.Contains("bug"))
            headers.Add(("Demo-Fault", "error-500"));
        for (var i = 0; faults.Contains("over the limit") && i < 10; i++)
            await guest.ChangeAsync("{}", admin);
        return await guest.SendAsync(faults.Contains("wrong method") ? HttpMethod.Delete : HttpMethod.Put,
            faults.Contains("unknown id") ? "api/admin/users/4711" : Seven, Body(faults, other), [.. headers]);
    }

    private static StringContent Body(IReadOnlySet<string> faults, string taken)
    {
        var email = faults.Contains("duplicate") ? taken : "seven@example.com";
        var json = $$"""{"email":"{{email}}","username":"{{(faults.Contains("invalid") ? "x!" : "seven7")}}"}""";
        if (faults.Contains("malformed"))
            json = json[..^1];
        if (faults.Contains("too large"))
            json += new string(' ', 70_000);
        return new(json, Encoding.UTF8, new MediaTypeHeaderValue(faults.Contains("wrong media type") ? "text/plain" : "application/json"));
    }

    private static Task<Answer> SendAsync(Guest guest, string[] faults) => SendAsync(guest, faults.ToHashSet(StringComparer.Ordinal));
}
