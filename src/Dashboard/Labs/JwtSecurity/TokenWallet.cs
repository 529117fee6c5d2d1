using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>What was issued to this page, kind by kind: the access token, the refresh token behind it, and the one that was used up last.</summary>
/// <remarks>Each act answers what came of it in a sentence, as far as its answer told. Nothing in here is ever put into an address or a record.</remarks>
internal sealed class TokenWallet(JwtSecurityClient client)
{
    private readonly Dictionary<TokenKind, Held> held = [];
    private readonly Dictionary<TokenKind, string> copies = []; // what somebody kept of what was forgotten

    /// <summary>The access token of a kind, or null.</summary>
    public string? this[TokenKind kind] => held.GetValueOrDefault(kind)?.Access;

    public bool IsEmpty => held.Count + copies.Count == 0;

    /// <summary>Sessions of the tokens in it: how a pasted token is told from a stranger's.</summary>
    public IReadOnlyList<string> Sessions =>
        [.. held.Values.Select(one => one.Access).Concat(copies.Values).Select(TokenText.Read).OfType<TokenText>().SelectMany(token => token.Claims).Where(claim => claim.Name == "sid").Select(claim => claim.Value.Trim('"'))];

    public bool CanRefresh(TokenKind kind) => held.GetValueOrDefault(kind)?.Refresh is not null;

    public bool CanShowAgain(TokenKind kind) => held.GetValueOrDefault(kind)?.Used is not null;

    /// <summary>A new token of a kind, in a session of its own.</summary>
    public async Task<string> LogInAsync(TokenKind kind)
    {
        var answer = await (kind == TokenKind.Leaky ? client.TakeLeakyAsync("alice") : client.LogInAsync("alice", kind.Audience));
        if (!answer.Succeeded || answer.Read<Issued>() is not { AccessToken: { } access } issued)
            return $"{Told(answer)}: alice’s password is another one by now. R resets the lab, and with it the passwords.";
        held[kind] = new(access, issued.RefreshToken);
        return "";
    }

    public async Task<string> RefreshAsync(TokenKind kind)
    {
        if (held.GetValueOrDefault(kind) is not { Refresh: { } newest } before)
            return "";
        var answer = await client.RefreshAsync(newest);
        if (!answer.Succeeded || answer.Read<TokenAnswer>() is not { } next)
            return $"{Told(answer)}: the refresh token is too old, or its session has ended. Log in again.";
        held[kind] = new(next.AccessToken, next.RefreshToken, before.Refresh);
        return "A new pair. The refresh token before it is used up.";
    }

    /// <summary>Shows the refresh token that was used up last once more, as a thief with a copy would.</summary>
    public async Task<string> ShowAgainAsync(TokenKind kind)
    {
        if (held.GetValueOrDefault(kind)?.Used is not { } used)
            return "";
        var answer = await client.RefreshAsync(used);
        return $"{Told(answer)}: the old refresh token was shown again, so the whole session has ended. Try the doors, or refresh once more.";
    }

    public async Task<string> RevokeAsync(TokenKind kind)
    {
        if (this[kind] is not { } token)
            return "";
        var answer = await client.RevokeAsync(token);
        return answer.Succeeded
            ? $"{answer.Status}, as for whatever is sent there (RFC 7009). Whether it ended, the doors tell: only a verifier that keeps a list can know."
            : $"{Told(answer)}: nothing was revoked.";
    }

    /// <summary>Puts a token in that was pasted.</summary>
    public void Lay(TokenKind kind, string token) => held[kind] = held.GetValueOrDefault(kind) is { } one ? one with { Access = token } : new(token);

    /// <summary>Only this page forgets it: the server is not told, and a copy lives on.</summary>
    public void Forget(TokenKind kind)
    {
        if (held.Remove(kind, out var one))
            copies[kind] = one.Access;
    }

    public bool HasCopy(TokenKind kind) => copies.ContainsKey(kind);

    /// <summary>Takes the copy that somebody kept.</summary>
    public void TakeCopy(TokenKind kind)
    {
        if (copies.Remove(kind, out var copy))
            held[kind] = new(copy);
    }

    public void Clear()
    {
        held.Clear();
        copies.Clear();
    }

    private static string Told(Exchange answer) => answer.Status is { } status ? $"{status}" : "No answer";

    private sealed record Held(string Access, string? Refresh = null, string? Used = null);

    /// <summary>Both kinds of log-in; a leaky token comes without a refresh token.</summary>
    private sealed record Issued(string? AccessToken, string? TokenType, long ExpiresIn, string? RefreshToken = null);
}
