using System.Globalization;
using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>Holds the page's tokens and what was done to the one on the bench.</summary>
public sealed partial class TokenBench(JwtSecurityClient client, SandboxControl control, TimeProvider real)
{
    private readonly Dictionary<TokenKind, string> issued = [];
    private readonly List<ForgeStep> steps = [];
    private Loot loot = new();
    private string? edited; // the payload as typed
    private string? refresh;
    private string? used;
    private string said = "";

    /// <summary>Which token is meant, by its name in the address.</summary>
    [Parameter] public string? KindInAddress { get; set; }

    /// <summary>What was done to it, by names.</summary>
    [Parameter] public string? StepsInAddress { get; set; }

    /// <summary>Kind and steps changed, for the address: names only, never a token.</summary>
    [Parameter] public EventCallback<(string? Kind, string? Steps)> Changing { get; set; }

    /// <summary>The bench has a token, or another one.</summary>
    [Parameter] public EventCallback Taken { get; set; }

    private TokenKind Kind { get; set; } = TokenKind.Access;

    private IReadOnlyList<ForgeStep> Steps => steps;

    /// <summary>The token as it was issued; null before the log-in.</summary>
    private TokenText? Original => TokenText.Read(issued.GetValueOrDefault(Kind));

    /// <summary>The token as it is now.</summary>
    private TokenText? Token => Original is { } token
        ? ForgeStep.All(edited is null ? token : token with { Payload = edited }, steps, loot)
        : null;

    private string SignatureWords => Token!.Signature.Length == 0 ? "dropped"
        : Token.Signature != Original!.Signature ? "made here, without the key"
        : Token.Encoded.Header == Original.Encoded.Header && Token.Encoded.Payload == Original.Encoded.Payload ? "as issued"
        : "as issued: it belongs to other words now";

    /// <summary>Sessions of tokens that were issued to this page: how a pasted token is told from a stranger's.</summary>
    public IReadOnlyList<string> OwnSessions =>
        [.. issued.Values.Select(TokenText.Read).OfType<TokenText>().SelectMany(token => token.Claims).Where(claim => claim.Name == "sid").Select(claim => claim.Value.Trim('"'))];

    protected override void OnInitialized()
    {
        Kind = TokenKind.Find(KindInAddress) ?? TokenKind.Access;
        steps.AddRange(ForgeStep.Read(StepsInAddress));
    }

    /// <summary>Logs in for the kind of token that the bench shows.</summary>
    public Task LogInAsync() => IssueAsync(Kind);

    /// <summary>Tries the token on the bench at all four doors, logging in first where there is none.</summary>
    public async Task TryAsync()
    {
        if (Token is null)
            await LogInAsync();
        await FindWhatStepsNeedAsync();
        if (Token is { } token)
            await client.TryAsync(token.ToString());
    }

    /// <summary>The scenario: a fresh log-in, role=admin, alg=none, no signature, and the four doors.</summary>
    public async Task PlayAsync()
    {
        Kind = TokenKind.Access;
        issued.Clear();
        (loot, edited) = (new(), null);
        steps.Clear();
        steps.AddRange(ForgeStep.Read("admin.none.drop"));
        await TryAsync();
        await TellAsync("");
    }

    /// <summary>Lays a token of this sandbox on the bench that was pasted into the browser's own box.</summary>
    public Task TakePastedAsync(string token)
    {
        issued[Kind] = token;
        steps.Clear();
        edited = null;
        return TellAsync("Laid on the bench as pasted.");
    }

    private async Task IssueAsync(TokenKind kind)
    {
        if (kind == TokenKind.Leaky)
            issued[kind] = (await client.TakeLeakyAsync("alice"))?.AccessToken ?? "";
        else if (await client.LogInAsync("alice", kind == TokenKind.Others ? JwtSecurityClient.OtherAudience : null) is { } answer)
            (issued[kind], refresh, used) = (answer.AccessToken, answer.RefreshToken, null);
        await FindWhatStepsNeedAsync();
        await TellAsync("");
    }

    private async Task TakeAsync(TokenKind kind)
    {
        (Kind, edited) = (kind, null);
        steps.Clear();
        if (issued.ContainsKey(kind))
            await TellAsync("");
        else
            await IssueAsync(kind);
    }

    private Task Do(ForgeStep step)
    {
        if (steps.Count < ForgeStep.Most)
            steps.Add(step);
        return TellAsync(step.About);
    }

    private async Task SignAsync(ForgeStep step)
    {
        await LootForAsync(step);
        await Do(step);
    }

    private async Task FindWhatStepsNeedAsync()
    {
        foreach (var step in steps.ToList())
            await LootForAsync(step);
    }

    private async Task LootForAsync(ForgeStep step)
    {
        if (step.Key == "pem" && loot.Pem is null)
            loot = loot with { Pem = await client.PublicPemAsync() };
        if (step.Key == "guess" && loot.Secret is null)
            await CrackAsync();
    }

    /// <summary>Guesses on a leaky token, which it takes first where there is none. The guessing itself sends nothing.</summary>
    private async Task CrackAsync()
    {
        if (!issued.ContainsKey(TokenKind.Leaky))
            issued[TokenKind.Leaky] = (await client.TakeLeakyAsync("alice"))?.AccessToken ?? "";
        if (TokenText.Read(issued[TokenKind.Leaky]) is not { } leaky)
            return;
        var start = real.GetTimestamp();
        var (secret, tried) = SecretCracker.Crack(leaky, WeakSecrets.Words);
        var took = real.GetElapsedTime(start).TotalMilliseconds.ToString("0.##", CultureInfo.InvariantCulture);
        loot = loot with { Secret = secret };
        await TellAsync(secret is null
            ? $"None of {tried} words fits."
            : $"Cracked: “{secret}”, word {tried} of {WeakSecrets.Words.Count}, in {took} ms (measured). No request was sent, so no server could notice.");
    }

    private Task EditPayload(string? text)
    {
        edited = text;
        return TellAsync("The payload is as you typed it. The old signature no longer fits.");
    }

    private Task AsIssued()
    {
        edited = null;
        steps.Clear();
        return TellAsync("As it was issued.");
    }

    private async Task Expire()
    {
        await control.AdvanceClockAsync(TimeSpan.FromMinutes(15));
        await TellAsync("15 minutes of sandbox time have passed: exp is not in the future any more.");
    }

    private async Task RefreshAsync()
    {
        var before = refresh!;
        if (await client.RefreshAsync(before) is { } next)
            (issued[Kind == TokenKind.Leaky ? TokenKind.Access : Kind], refresh, used) = (next.AccessToken, next.RefreshToken, before);
        await TellAsync("A new pair. The refresh token before it is used up.");
    }

    private async Task ReuseAsync()
    {
        await client.RefreshAsync(used!);
        await TellAsync("The old refresh token was shown again: the whole session has ended. Try the doors.");
    }

    private async Task RevokeAsync()
    {
        await client.RevokeAsync(issued[Kind]);
        await TellAsync("Denied by its jti. Only a verifier that keeps a list can know.");
    }

    private Task Forget()
    {
        issued.Remove(Kind);
        steps.Clear();
        return TellAsync("");
    }

    private async Task TellAsync(string words)
    {
        said = words;
        await Changing.InvokeAsync((Kind == TokenKind.Access ? null : Kind.Key, ForgeStep.Write(steps)));
        await Taken.InvokeAsync();
        StateHasChanged();
    }

    private static bool Changed(IReadOnlyList<Claim> before, Claim now) => before.FirstOrDefault(claim => claim.Name == now.Name)?.Value != now.Value;

    /// <summary>A NumericDate in words people read.</summary>
    private static string? Moment(Claim claim) =>
        claim.Name is "exp" or "iat" or "nbf" && long.TryParse(claim.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : null;
}

/// <summary>Which of the page's tokens is on the bench.</summary>
internal sealed record TokenKind(string Key, string Label, string About)
{
    public static readonly TokenKind Access = new("access", "Access token", "Meant for this API: ES256, ids only.");
    public static readonly TokenKind Others = new("others", "Meant for others", "The same issuer, the same key, another audience.");
    public static readonly TokenKind Leaky = new("leaky", "Leaky token", "HS256 with a guessable secret, and full of personal data.");

    public static IReadOnlyList<TokenKind> All { get; } = [Access, Others, Leaky];

    public static TokenKind? Find(string? key) => All.FirstOrDefault(kind => kind.Key == key);
}
