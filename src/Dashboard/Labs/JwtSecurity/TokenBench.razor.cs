using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Http;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>The token on the bench, and what was done to it.</summary>
public sealed partial class TokenBench
{
    private readonly SandboxControl control;
    private readonly JwtSecurityClient client;
    private readonly TokenWallet wallet;
    private readonly Attacker attacker;
    private readonly Forgery forgery = new();
    private string said = "";
    private Task last = Task.CompletedTask; // what was asked for last
    private int run; // the epoch of the run that the wallet's tokens belong to

    public TokenBench(JwtSecurityClient client, SandboxControl control, TimeProvider real)
    {
        (this.client, this.control, wallet) = (client, control, new(client));
        attacker = new(client, wallet, real);
    }

    /// <summary>Which token is meant, by its name in the address.</summary>
    [Parameter] public string? KindInAddress { get; set; }

    /// <summary>What was done to it, by names.</summary>
    [Parameter] public string? StepsInAddress { get; set; }

    /// <summary>The epoch with which the lab's present run began. A later one than the bench knows is a reset: its key, and so every token, is void.</summary>
    [Parameter] public int Run { get; set; }

    /// <summary>Kind and steps changed, for the address: names only, never a token.</summary>
    [Parameter] public EventCallback<(string? Kind, string? Steps)> Changing { get; set; }

    /// <summary>The browser's storage holds another number of tokens now.</summary>
    [Parameter] public EventCallback Stored { get; set; }

    private TokenKind Kind { get; set; } = TokenKind.Access;

    /// <summary>The token as it was issued; null before the log-in.</summary>
    private TokenText? Original => TokenText.Read(wallet[Kind]);

    /// <summary>The token as it is now.</summary>
    private TokenText? Token => Original is { } token ? forgery.Of(token, attacker.Loot) : null;

    /// <summary>Sessions of tokens that were issued to this page.</summary>
    public IReadOnlyList<string> OwnSessions => wallet.Sessions;

    protected override void OnInitialized()
    {
        Kind = TokenKind.Find(KindInAddress) ?? TokenKind.Access;
        forgery.Begin(StepsInAddress);
    }

    protected override void OnParametersSet()
    {
        if (Run <= run)
            return;
        if (!wallet.IsEmpty)
            said = "The lab was reset, and its key is a new one: no token of before opens a strict door any more. Log in again.";
        BeginRun(Run);
    }

    /// <summary>Logs in for the kind of token that the bench shows.</summary>
    public Task LogInAsync() => InTurnAsync(() => IssueAsync(Kind));

    /// <summary>Tries the token on the bench at all four doors, logging in first where there is none.</summary>
    public Task TryAsync() => InTurnAsync(async () =>
    {
        if (Token is null)
            await IssueAsync(Kind);
        await TryDoorsAsync();
    });

    /// <summary>The scenario: a fresh lab and log-in, role=admin, alg=none, no signature, and the four doors.</summary>
    public Task PlayAsync() => InTurnAsync(async () =>
    {
        if (await control.BeginAsync(JwtSecurityView.Slug) is not { } began)
            return;
        BeginRun(began);
        Kind = TokenKind.Access;
        forgery.Begin("admin.none.drop");
        await IssueAsync(Kind);
        await TryDoorsAsync();
    });

    /// <summary>Lays a token of this sandbox on the bench that was pasted into the browser's own box.</summary>
    public Task TakePastedAsync(string token)
    {
        wallet.Lay(Kind, token);
        forgery.Begin();
        return TellAsync("Laid on the bench as pasted.");
    }

    private void BeginRun(int epoch)
    {
        run = epoch;
        forgery.KeepSteps();
        wallet.Clear();
        attacker.Forget();
    }

    private async Task IssueAsync(TokenKind kind)
    {
        var told = await wallet.LogInAsync(kind);
        await FindWhatStepsNeedAsync();
        await TellAsync(told);
    }

    private async Task TryDoorsAsync()
    {
        await FindWhatStepsNeedAsync();
        var mine = run;
        if (Token is { } token)
            await client.TryAsync(token.ToString(), () => run == mine); // somebody's reset ends it
    }

    private async Task FindWhatStepsNeedAsync()
    {
        foreach (var step in forgery.Steps.ToList())
            await attacker.FindForAsync(step);
    }

    private Task TakeAsync(TokenKind kind)
    {
        Kind = kind;
        forgery.Begin();
        return wallet[kind] is null ? LogInAsync() : TellAsync("");
    }

    private Task Do(ForgeStep step) => TellAsync(forgery.Add(step));

    private Task SignAsync(ForgeStep step) => InTurnAsync(async () =>
    {
        await attacker.FindForAsync(step);
        await Do(step);
    });

    private Task ActAsync(Func<Task<string>> act) => InTurnAsync(async () => await TellAsync(await act()));

    private Task EditPayload(string? text) => TellAsync(forgery.Type(text));

    private Task AsIssued()
    {
        forgery.Begin();
        return TellAsync("As it was issued.");
    }

    private async Task<string> ExpireAsync()
    {
        await control.AdvanceClockAsync(TimeSpan.FromMinutes(15));
        return "15 minutes of sandbox time have passed: exp is not in the future any more.";
    }

    private Task Forget()
    {
        wallet.Forget(Kind);
        forgery.Begin();
        return TellAsync("Logged out: this page has forgotten the token. The server was not told.");
    }

    private Task TakeCopy()
    {
        wallet.TakeCopy(Kind);
        return TellAsync("The same token again, as somebody copied it before the log-out. Try the doors: it is good until its exp.");
    }

    /// <summary>One thing after the other, and none is lost: a refresh token shown twice by a double click would end the session.</summary>
    private Task InTurnAsync(Func<Task> act) => last = AfterAsync(last, act);

    private static async Task AfterAsync(Task before, Func<Task> act)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        await act();
    }

    private async Task TellAsync(string words)
    {
        said = words;
        await Changing.InvokeAsync((Kind == TokenKind.Access ? null : Kind.Key, forgery.Names));
        StateHasChanged();
    }
}
