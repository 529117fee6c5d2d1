using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Visualizer.DemoApi.Identity.Core;

/// <summary>What a login started: a line of refresh tokens, each good for one use, and the access tokens made from them.</summary>
internal sealed class TokenFamily(string sid, string subject, string audience)
{
    public string Sid { get; } = sid;

    public string Subject { get; } = subject;

    public string Audience { get; } = audience;

    public bool Ended { get; set; }
}

/// <summary>What came of showing a refresh token.</summary>
internal enum RefreshEnd
{
    /// <summary>It was the newest of a living family: here is the next one.</summary>
    Rotated,

    /// <summary>Nobody made it, it is too old to be remembered, or its family has ended.</summary>
    Unknown,

    Expired,

    /// <summary>It had been used before. Owner or thief, one of two has a copy, so the whole family ends.</summary>
    Reused,
}

/// <summary>The outcome, with the family it concerns and, where it was rotated, the new refresh token.</summary>
internal sealed record Refresh(RefreshEnd End, TokenFamily? Family = null, string? Next = null);

/// <summary>
/// Refresh tokens that rotate: showing an old one again ends the family (RFC 9700 §4.14.2). Kept as SHA-256 only: a token of 256 random
/// bits needs no slow hash. Bounded: the oldest make room, and whatever is forgotten counts as ended.
/// </summary>
internal sealed class TokenFamilies
{
    public const int MostFamilies = 1_000;
    public const int MostTokens = 4_096;

    /// <summary>How long an unused refresh token is good for, in sandbox time.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private readonly Lock _gate = new(); // guards everything below: two who show one token at once are one after the other
    private readonly Remembered<TokenFamily> _families = new(MostFamilies, forgotten => forgotten.Ended = true);
    private readonly Remembered<Entry> _tokens = new(MostTokens, forgotten => forgotten.Family.Ended |= !forgotten.Used);
    private readonly Remembered<TokenFamily> _revoked = new(MostTokens, forgotten => forgotten.Ended = true); // by jti

    private sealed record Entry(TokenFamily Family, DateTimeOffset Expires)
    {
        public bool Used { get; set; }
    }

    /// <summary>A login: a new family and its first refresh token.</summary>
    public (TokenFamily Family, string Token) Start(string subject, string audience, DateTimeOffset now)
    {
        lock (_gate)
        {
            var family = new TokenFamily(RandomText(12), subject, audience);
            _families.Add(family.Sid, family);
            return (family, Next(family, now));
        }
    }

    public Refresh Use(string token, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_tokens.Find(Hash(token)) is not { Family: { Ended: false } family } entry)
                return new Refresh(RefreshEnd.Unknown);
            if (now >= entry.Expires)
                return new Refresh(RefreshEnd.Expired, family);
            if (entry.Used)
            {
                family.Ended = true;
                return new Refresh(RefreshEnd.Reused, family);
            }

            entry.Used = true;
            return new Refresh(RefreshEnd.Rotated, family, Next(family, now));
        }
    }

    /// <summary>Ends the family of a refresh token, used or not; null where there is none to end.</summary>
    public TokenFamily? End(string refreshToken)
    {
        lock (_gate)
        {
            if (_tokens.Find(Hash(refreshToken)) is not { Family: { Ended: false } family })
                return null;
            family.Ended = true;
            return family;
        }
    }

    /// <summary>Ends every family of a subject, and tells how many lived.</summary>
    public int EndAll(string subject)
    {
        lock (_gate)
        {
            var living = _families.All.Where(family => family.Subject == subject && !family.Ended).ToList();
            living.ForEach(family => family.Ended = true);
            return living.Count;
        }
    }

    /// <summary>Puts one access token on the deny list; its family lives on. Null where it had ended before.</summary>
    public TokenFamily? Deny(string sid, string jti)
    {
        lock (_gate)
        {
            if (!Lives(sid, jti))
                return null;
            var family = _families.Find(sid)!;
            _revoked.Add(jti, family);
            return family;
        }
    }

    /// <summary>Whether an access token has not been ended, neither by itself nor with its family.</summary>
    public bool IsAlive(string sid, string jti)
    {
        lock (_gate)
            return Lives(sid, jti);
    }

    private bool Lives(string sid, string jti) => _families.Find(sid) is { Ended: false } && _revoked.Find(jti) is null;

    private string Next(TokenFamily family, DateTimeOffset now)
    {
        var token = RandomText(32);
        _tokens.Add(Hash(token), new Entry(family, now + Lifetime));
        return token;
    }

    private static string RandomText(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
