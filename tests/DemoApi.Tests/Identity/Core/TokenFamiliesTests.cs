using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Identity.Core;

namespace Visualizer.DemoApi.Tests.Identity.Core;

public sealed class TokenFamiliesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Expiry_IsAtTheInstantItself()
    {
        var families = new TokenFamilies();
        var (_, token) = families.Start("user-1", "api", Noon);
        Assert.Equal(RefreshEnd.Expired, families.Use(token, Noon + TokenFamilies.Lifetime).End);
        Assert.Equal(RefreshEnd.Rotated, families.Use(token, Noon + TokenFamilies.Lifetime - TimeSpan.FromTicks(1)).End);
    }

    [Fact]
    public void Forgotten_CountsAsEnded()
    {
        var families = new TokenFamilies();
        var (first, token) = families.Start("user-1", "api", Noon);
        Assert.True(families.IsAlive(first.Sid, "jti"));
        for (var i = 0; i < TokenFamilies.MostFamilies; i++)
            families.Start("user-2", "api", Noon);

        Assert.False(families.IsAlive(first.Sid, "jti"));
        Assert.Equal(RefreshEnd.Unknown, families.Use(token, Noon).End);
    }

    [Fact]
    public void Rotation_WithoutEnd_KeepsTheNewestAlive()
    {
        var families = new TokenFamilies();
        var (family, token) = families.Start("user-1", "api", Noon);
        for (var i = 0; i < TokenFamilies.MostTokens + 10; i++)
            token = families.Use(token, Noon).Next!;
        Assert.True(families.IsAlive(family.Sid, "jti"));
    }

    /// <summary>Random logins, refreshes (old and new tokens), ends and denials against a model that keeps everything in plain lists.</summary>
    [Fact]
    public void AnyHistory_EndsLikeTheModel()
    {
        var step = from kind in Gen.Choose(0, 4) from which in Gen.Choose(0, 11) select (kind, which);
        Prop.ForAll(Arb.From(Gen.ListOf(step)), history =>
        {
            var (families, tokens, ended, used, denied) = (new TokenFamilies(), new List<(string Text, TokenFamily Family)>(), new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
            foreach (var (kind, which) in history)
            {
                if (kind == 0 || tokens.Count == 0)
                {
                    var (family, text) = families.Start($"user-{which % 2}", "api", Noon);
                    tokens.Add((text, family));
                    continue;
                }

                var (token, of) = tokens[which % tokens.Count];
                var dead = ended.Contains(of.Sid);
                switch (kind)
                {
                    case 1 or 2:
                        var expected = dead ? RefreshEnd.Unknown : used.Contains(token) ? RefreshEnd.Reused : RefreshEnd.Rotated;
                        var outcome = families.Use(token, Noon);
                        if (outcome.End != expected)
                            return false;
                        if (expected is RefreshEnd.Reused)
                            ended.Add(of.Sid);
                        used.Add(token);
                        if (outcome.Next is { } next)
                            tokens.Add((next, of));
                        break;
                    case 3:
                        if (families.End(token) is null != dead)
                            return false;
                        ended.Add(of.Sid);
                        break;
                    default:
                        if (families.Deny(of.Sid, token) is null != (dead || denied.Contains(token)))
                            return false;
                        denied.Add(token);
                        break;
                }
            }

            return tokens.All(token => families.IsAlive(token.Family.Sid, token.Text) == (!ended.Contains(token.Family.Sid) && !denied.Contains(token.Text)));
        }).QuickCheckThrowOnFailure();
    }
}
