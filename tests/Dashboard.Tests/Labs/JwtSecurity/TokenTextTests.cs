using System.Security.Cryptography;
using System.Text;
using Visualizer.Dashboard.Labs.JwtSecurity;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Tests.Labs.JwtSecurity;

public sealed class TokenTextTests
{
    private static readonly TokenText Token = new("""{"typ":"at+jwt","alg":"ES256","kid":"k"}""", """{"sub":"user-1","role":"user","email":"a@b.example","exp":900}""", "c2ln");

    [Fact]
    public void Read_TakesApartWhatToStringPutsTogether()
    {
        Assert.Equal(Token, TokenText.Read(Token.ToString()));
        Assert.Equal(Token with { Signature = "" }, TokenText.Read(Token.ToString()[..^4]));
        Assert.All((string?[])[null, "", "a.b", "a.b.c.d", "%.%.%"], text => Assert.Null(TokenText.Read(text)));
    }

    [Fact]
    public void Claims_TellWhatIsPersonalAndWhy()
    {
        var personal = Token.Claims.Where(claim => claim.Personal is not null).ToList();
        Assert.Equal("email", Assert.Single(personal).Name);
        Assert.Contains("reaches a person", personal[0].Personal, StringComparison.Ordinal);
        Assert.Equal(["sub", "role", "email", "exp"], Token.Claims.Select(claim => claim.Name));
        Assert.Empty((Token with { Payload = "{ not yet" }).Claims);
    }

    [Fact]
    public void Change_KeepsTheOldSignature_OnlySigningReplacesIt()
    {
        var admin = Token.WithClaim("role", "admin");
        Assert.Equal("c2ln", admin.Signature);
        Assert.Equal("\"admin\"", admin.Claims.First(claim => claim.Name == "role").Value);

        var signed = admin.SignedWith("word");
        var parts = signed.ToString().Split('.');
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("word"), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_'), parts[2]);
        Assert.True(signed.IsSignedWith("word"));
        Assert.False(signed.IsSignedWith("Word"));
    }

    [Theory]
    [InlineData("admin.none.drop", "none", "admin", "")]
    [InlineData("drop.admin", "ES256", "admin", "")]
    [InlineData("path", "ES256", "user", "c2ln")]
    public void Steps_ApplyInOrder(string address, string alg, string role, string signature)
    {
        var steps = ForgeStep.Read(address);
        var token = ForgeStep.All(Token, steps, new Loot());

        Assert.Equal(($"\"{alg}\"", $"\"{role}\"", signature), (token.HeaderMembers.First(m => m.Name == "alg").Value, token.Claims.First(m => m.Name == "role").Value, token.Signature));
        Assert.Equal(address, ForgeStep.Write(steps));
    }

    [Fact]
    public void Steps_OfAStrangersAddress_AreBoundedAndKnown()
    {
        Assert.Empty(ForgeStep.Read("eyJhbGciOiJub25lIn0.e30.x"));
        Assert.Equal(ForgeStep.Most, ForgeStep.Read(string.Join('.', Enumerable.Repeat("none", 99))).Count);
        Assert.Null(ForgeStep.Write([]));
    }

    [Fact]
    public void Signing_WithWhatIsNotFoundOutYet_ChangesNothing()
    {
        var steps = ForgeStep.Read("pem.guess");
        Assert.Equal(Token, ForgeStep.All(Token, steps, new Loot()));
        Assert.True(ForgeStep.All(Token, steps, new Loot("pem", "word")).IsSignedWith("word"));
    }

    [Fact]
    public void Cracker_FindsEveryWordOfTheList_AndNoRandomKey()
    {
        for (var seed = 0; seed < WeakSecrets.Words.Count; seed++)
        {
            var secret = WeakSecrets.Of(seed);
            Assert.Equal((secret, WeakSecrets.Words.ToList().IndexOf(secret) + 1), SecretCracker.Crack(Token.SignedWith(secret), WeakSecrets.Words));
        }

        var random = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Assert.Equal((null, WeakSecrets.Words.Count), SecretCracker.Crack(Token.SignedWith(random), WeakSecrets.Words));
    }
}
