using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>Issuing and checking tokens as it is often written, and what is wrong with it.</summary>
internal static class JwtSecurityBugHunt
{
    public static readonly BugHunt Hunt = new(
        "Log-in and check, short and plausible.",
        """
        const string Secret = "super-secret";

        string Issue(User user) => Jwt.Sign(new {
            sub = user.Email,
            role = user.Role,
            exp = clock.Now.AddDays(30),
        }, Secret, "HS256");

        User Check(string token) {
            var header = Jwt.Header(token);
            var key = File.ReadAllText($"keys/{header.Kid}");
            var claims = Jwt.Verify(token, key, header.Alg);
            if (claims.Exp < clock.Now.AddMinutes(-5))
                throw new Unauthorized();
            log.Info($"token {token} accepted");
            return users.Find(claims.Sub);
        }
        """,
        [
            new(1, "A word is guessed offline in milliseconds, and whoever can verify with it can also sign. HS256 wants 32 random bytes; a key pair keeps signing apart."),
            new(4, "An e-mail address is personal data and it changes. The subject is an opaque id that stays."),
            new(6, "For thirty days nobody can take it back. Fifteen minutes and a refresh token do the same for the user."),
            new(11, "The key’s name comes from the token, and is used as a path: ../../dev/null is an empty secret. A kid is compared, never opened."),
            new(12, "The algorithm comes from the token: none, or HS256 with the public key as the secret. It belongs to the key, not to the caller."),
            new(13, "Five minutes of grace are five minutes of expired tokens. And nobody asked for issuer, audience or type."),
            new(15, "A log is read by many and kept for long. Whoever reads this line has the key."),
        ]);
}
