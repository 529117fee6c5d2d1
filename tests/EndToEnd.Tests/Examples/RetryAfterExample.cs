using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Examples;

/// <summary>What docs/ui-testing.md shows: a test as somebody else would write it, with Playwright and an HttpClient and nothing of ours.</summary>
public static class RetryAfterExample
{
    public static async Task RunAsync(IPage page, Uri visualizer)
    {
        // A sandbox of this test's own: its data by seed, its clock standing until we move it.
        using var maker = new HttpClient();
        using var made = await maker.PostAsJsonAsync(new Uri(visualizer, "api/sandboxes"), new { seed = 42, paused = true });
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var http = new HttpClient { BaseAddress = new Uri(visualizer, $"s/{id}/") };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("my-test/1.0");

        await page.GotoAsync(new Uri(http.BaseAddress, "labs/rate-limiting?predicted=skip").ToString());
        await page.Locator("[data-lab-ready=true]").WaitForAsync();

        // Ten pass, the eleventh is told when to come back.
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("api/limits/token-bucket")).StatusCode);
        using var refused = await http.GetAsync("api/limits/token-bucket");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var seconds = refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;

        // The page draws what came from outside, with its sender.
        await Expect(page.GetByTestId("refused-token-bucket")).ToHaveTextAsync("1");
        await Expect(page.GetByTestId("wire-rows").GetByRole(AriaRole.Listitem).First).ToContainTextAsync("my-test/1.0");

        // Waiting is an order to the sandbox's clock, not a sleep.
        await http.PostAsJsonAsync("sandbox/clock/advance", new { milliseconds = seconds * 1000 });
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("api/limits/token-bucket")).StatusCode);
        await Expect(page.GetByTestId("exchange-count")).ToHaveTextAsync("12 exchanges");

        // The lab's scenario, by the button that a learner presses.
        await page.GetByRole(AriaRole.Button, new() { Name = "Play the tape" }).ClickAsync();
        await Expect(page.GetByTestId("most-fixed-window")).ToHaveTextAsync("20");
        await Expect(page.GetByTestId("most-token-bucket")).ToHaveTextAsync("10");

        // What the page shows is in the journal, too.
        using var asked = new HttpRequestMessage(HttpMethod.Get, "sandbox/events?after=0") { Headers = { { "Accept", "application/json" } } };
        var events = (await (await http.SendAsync(asked)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("events");
        Assert.Contains(events.EnumerateArray(), e => e.GetProperty("type").GetString() == "request_rejected");

        await http.DeleteAsync("sandbox");
    }
}
