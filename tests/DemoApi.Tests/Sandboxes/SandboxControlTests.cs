using System.Net;
using System.Text.Json;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

public sealed class SandboxControlTests(House house) : IClassFixture<House>
{
    private static readonly object Still = new { paused = true };

    [Fact]
    public async Task Clock_PausedAndAdvanced_StandsWhereItWasPut()
    {
        using var guest = await house.GuestAsync(Still);

        var clock = (await guest.AdvanceAsync(1_500)).Json;
        Assert.Equal("2026-01-23T11:00:01.500Z", clock.GetProperty("now").GetString());
        Assert.Equal(clock.ToString(), (await guest.GetAsync("sandbox/clock")).Json.ToString());
        Assert.Equal("2026-01-23T11:00:01.500Z", (await guest.GetAsync("api/limits/token-bucket")).Headers["Sandbox-Time"]);
    }

    [Fact]
    public async Task Clock_SetTo100_RunsOn()
    {
        using var guest = await house.GuestAsync(Still);

        var clock = (await guest.PutAsync("sandbox/clock", new { rate = 100, paused = false })).Json;
        Assert.Equal(100, clock.GetProperty("rate").GetDecimal());
        Assert.False(clock.GetProperty("paused").GetBoolean());
    }

    [Theory]
    [InlineData("PUT", "clock", """{"rate":0.009,"paused":false}""", 422, "validation-error", "rate")]
    [InlineData("PUT", "clock", """{"rate":101,"paused":false}""", 422, "validation-error", "rate")]
    [InlineData("PUT", "clock", """{"rate":1}""", 422, "validation-error", "paused")]
    [InlineData("PUT", "clock", """{"rate":null,"paused":false}""", 422, "validation-error", "rate")]
    [InlineData("PUT", "clock", """{"rate":"1","paused":false}""", 400, "invalid-body", "rate")]
    [InlineData("PUT", "clock", """[]""", 400, "invalid-body", null)]
    [InlineData("PUT", "clock", """{""", 400, "malformed-json", null)]
    [InlineData("POST", "clock/advance", """{"milliseconds":-1}""", 422, "validation-error", "milliseconds")]
    [InlineData("POST", "clock/advance", """{"milliseconds":9223372036854775807}""", 422, "validation-error", "milliseconds")]
    [InlineData("POST", "clock/advance", """{"milliseconds":9223372036854775808}""", 400, "invalid-body", "milliseconds")]
    [InlineData("POST", "clock/advance", """{"milliseconds":1.5}""", 400, "invalid-body", "milliseconds")]
    [InlineData("POST", "clock/advance", """{}""", 422, "validation-error", "milliseconds")]
    [InlineData("POST", "reset", """{"lab":"cooking"}""", 422, "validation-error", "lab")]
    [InlineData("PUT", "limits/token-bucket", """{"capacity":0,"refill_per_second":1}""", 422, "validation-error", "capacity")]
    [InlineData("PUT", "limits/token-bucket", """{"capacity":1,"refill_per_second":0.0001}""", 422, "validation-error", "refill_per_second")]
    [InlineData("PUT", "limits/token-bucket", """{"limit":1,"window_ms":1000}""", 400, "invalid-body", "limit")]
    [InlineData("PUT", "limits/fixed-window", """{"limit":1,"window_ms":99}""", 422, "validation-error", "window_ms")]
    [InlineData("PUT", "limits/leaky-bucket", """{"queue":-1,"leak_per_second":1}""", 422, "validation-error", "queue")]
    [InlineData("PUT", "limits/funnel", """{}""", 404, "not-found", null)]
    public async Task WhatCannotBe_IsRefusedWithItsPlace_AndChangesNothing(string method, string path, string body, int status, string slug, string? field)
    {
        using var guest = await house.GuestAsync(Still);
        var before = (await guest.GetAsync("sandbox")).Json.GetProperty("clock").ToString();

        (await guest.SendAsync(HttpMethod.Parse(method), $"sandbox/{path}", body)).IsProblem(status, slug, field);
        Assert.Equal(before, (await guest.GetAsync("sandbox")).Json.GetProperty("clock").ToString());
        Assert.Single(await guest.EventsAsync());
    }

    [Fact]
    public async Task AllViolations_AreToldAtOnce()
    {
        using var guest = await house.GuestAsync(Still);
        var refused = (await guest.PutAsync("sandbox/clock", """{"rate":1000}""")).IsProblem(422, "validation-error", "rate");

        Assert.Equal(["#/rate", "#/paused"], refused.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()));
    }

    [Fact]
    public async Task Body_OfAnotherMediaTypeOrTooLarge_IsRefused()
    {
        using var guest = await house.GuestAsync(Still);

        var text = await guest.PutAsync("sandbox/clock", new StringContent("rate=1"));
        Assert.Equal("application/json", text.IsProblem(415, "unsupported-media-type").Headers["Accept"]);
        (await guest.PutAsync("sandbox/clock", $$"""{"rate":1,"paused":"{{new string('x', 70_000)}}"}""")).IsProblem(413, "payload-too-large");
    }

    [Fact]
    public async Task Reset_MakesDataClockAndLimitersNew_AndCountsUp()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PutAsync("sandbox/limits/token-bucket", new { capacity = 2, refill_per_second = 0 });
        await guest.GetAsync("api/limits/token-bucket?cost=2");
        await guest.AdvanceAsync(5_000);

        var report = (await guest.PostAsync("sandbox/reset")).Json;
        Assert.Equal(1, report.GetProperty("epoch").GetInt32());
        Assert.Equal("2026-01-23T11:00:00.000Z", report.GetProperty("clock").GetProperty("now").GetString());
        Assert.Equal(10, (await guest.GetAsync("sandbox/limits/token-bucket")).Json.GetProperty("capacity").GetInt64());
        Assert.Equal("9", (await guest.GetAsync("api/limits/token-bucket")).Headers["X-RateLimit-Remaining"]);
    }

    [Fact]
    public async Task ResetOfALab_LeavesTheClock()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.GetAsync("api/limits/fixed-window?cost=10");
        await guest.AdvanceAsync(1_000);

        var report = (await guest.PostAsync("sandbox/reset", new { lab = "rate-limiting" })).Json;
        Assert.Equal("2026-01-23T11:00:01.000Z", report.GetProperty("clock").GetProperty("now").GetString());
        Assert.Equal("9", (await guest.GetAsync("api/limits/fixed-window")).Headers["X-RateLimit-Remaining"]);
    }

    [Fact]
    public async Task Delete_EndsTheSandbox_AndWhatItHolds()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.GetAsync("api/limits/leaky-bucket");
        var held = guest.GetAsync("api/limits/leaky-bucket");
        await guest.EventsAsync("request_admitted", 2);

        Assert.Equal(HttpStatusCode.NoContent, (await guest.SendAsync(HttpMethod.Delete, "sandbox")).Status);
        (await held).IsProblem(503, "held-request-interrupted");
        (await guest.GetAsync("sandbox")).IsProblem(404, "sandbox-not-found");
        (await guest.SendAsync(HttpMethod.Delete, "sandbox")).IsProblem(404, "sandbox-not-found");
    }

    [Fact]
    public async Task EveryAnswerOfTheApi_CarriesSandboxTimeAndItsMeasuredTime()
    {
        using var guest = await house.GuestAsync(Still);
        foreach (var path in (string[])["api/limits/token-bucket", "api/limits/nothing", "api/nothing"])
        {
            var answer = await guest.GetAsync(path);
            Assert.Equal("2026-01-23T11:00:00.000Z", answer.Headers["Sandbox-Time"]);
            Assert.Matches(@"^app;dur=\d", answer.Headers["Server-Timing"]);
            Assert.Contains("Date", answer.Headers.Keys);
        }
    }

    [Fact]
    public async Task Report_CountsExchangesAndEvents_ControlCallsExcepted()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.GetAsync("api/limits/token-bucket");
        await guest.GetAsync("sandbox/clock");

        var counts = (await guest.GetAsync("sandbox")).Json.GetProperty("counts");
        Assert.Equal(1, counts.GetProperty("exchanges").GetInt64());
        Assert.Equal(JsonValueKind.Number, counts.GetProperty("events").ValueKind);
    }
}
