using Visualizer.EndToEnd.Tests.Pages;
using Visualizer.EndToEnd.Tests.Support;
using Visualizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Visualizer.EndToEnd.Tests.Labs.JwtSecurity;

public sealed class JwtSecurityJourney(Browser browser, House house) : Journey(browser, house)
{
    [Fact]
    public Task Forgery_OpensTwoDoors_AndNoTokenGetsIntoAddressOrRecord() => WalkAsync(async page =>
    {
        var lab = await JwtSecurityPage.OpenAsync(page, "?predicted=3&sure=3");
        await lab.Button("Forge an admin").ClickAsync();

        await Expect(lab.Measured).ToHaveTextAsync("decode-only and trusts-alg");
        await Expect(lab.Door("strict: shut, stopped at algorithm")).ToBeAttachedAsync();
        await Expect(lab.Encoded).ToContainTextAsync("eyJ");
        Assert.DoesNotContain("eyJ", page.Url, StringComparison.Ordinal);
        using var guest = new Guest(Root, lab.SandboxId);
        Assert.DoesNotContain("eyJ", (await guest.GetAsync("sandbox/exchanges.har")).Body, StringComparison.Ordinal);
    });

    [Fact]
    public Task Keyboard_ForgesStepByStep_AndOpensTheDoorThatTrustsTheHeader() => WalkAsync(async page =>
    {
        var lab = await JwtSecurityPage.OpenAsync(page, "?tab=missions");
        await PressAsync("Log in");
        await Expect(lab.Bench).ToContainTextAsync("Decoded, not verified.");
        await PressAsync("role = admin");
        await PressAsync("Re-sign: public key as secret");
        await PressAsync("Try all four doors");

        await Expect(lab.Door("trusts alg: open")).ToBeAttachedAsync();
        await Expect(lab.Mission("confusion")).ToHaveAttributeAsync("data-solved", "true");

        async Task PressAsync(string button)
        {
            await lab.Button(button).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }
    });

    [Fact]
    public Task Mission_DoneByAnotherClient_IsSolvedOnThePage() => WalkAsync(async page =>
    {
        var lab = await JwtSecurityPage.OpenAsync(page, "?tab=missions");
        using var guest = new Guest(Root, lab.SandboxId);
        var refresh = (await guest.PostAsync("api/auth/token", new { username = "bob", password = "bob-demo" })).Json.GetProperty("refresh_token").GetString();
        await guest.PostAsync("api/auth/refresh", new { refresh_token = refresh });
        await guest.PostAsync("api/auth/refresh", new { refresh_token = refresh });

        await Expect(lab.Mission("reuse")).ToHaveAttributeAsync("data-solved", "true");
    });

    [Fact]
    public Task TokenLeftLying_IsCounted_AndItsCopyOutlivesTheLogOut() => WalkAsync(async page =>
    {
        var lab = await JwtSecurityPage.OpenAsync(page);
        await lab.Button("Log in").ClickAsync();
        foreach (var place in (string[])["in an address", "in a header of its own", "in this browser’s storage"])
            await lab.Button(place).ClickAsync();
        await Expect(page.GetByText("storage 1, records 1, addresses 1")).ToBeVisibleAsync();

        await lab.Button("Log out here").ClickAsync();
        await lab.Button("Take the copy that somebody kept").ClickAsync();
        await lab.Button("Try all four doors").ClickAsync();
        await Expect(lab.Door("strict: open")).ToBeAttachedAsync();
        await lab.Button("in this browser’s storage").ClickAsync();
        await Expect(page.GetByText("storage 0, records 1, addresses 1")).ToBeVisibleAsync();
    });

    [Fact]
    public Task PastedToken_IsReadInTheBrowser_AndAStrangersGoesNowhere() => WalkAsync(async page =>
    {
        const string stranger = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZWFsIiwiZW1haWwiOiJyZWFsQGV4YW1wbGUub3JnIn0.c2lnbmF0dXJlLW9mLWEtc3RyYW5nZXI";
        List<string> sent = [];
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => sent.Add(frame.Text ?? System.Text.Encoding.Latin1.GetString(frame.Binary ?? []));
        var lab = await JwtSecurityPage.OpenAsync(page);
        await lab.Button("Log in").ClickAsync();
        await Expect(lab.Encoded).ToBeVisibleAsync();
        var own = (await lab.Encoded.TextContentAsync())!;

        await lab.PasteAsync(stranger);
        await Expect(lab.PastedVerdict).ToContainTextAsync("stays in this browser");
        await Expect(page.GetByText("personal: reaches a person").First).ToBeVisibleAsync();
        await Expect(lab.LayOnBench).ToBeDisabledAsync();

        await lab.PasteAsync(own);
        await Expect(lab.LayOnBench).ToBeEnabledAsync();
        Assert.DoesNotContain(sent, frame => frame.Contains("c2lnbmF0dXJl", StringComparison.Ordinal) || frame.Contains("eyJzdWIiOiJyZWFs", StringComparison.Ordinal));
    });
}
