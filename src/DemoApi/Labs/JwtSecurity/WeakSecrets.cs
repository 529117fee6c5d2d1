namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>Secrets that people really choose, or leave as the example had them. HS256 wants 32 random bytes (RFC 7518 §3.2); none of these is that.</summary>
public static class WeakSecrets
{
    /// <summary>The attacker's whole dictionary: real ones have millions of entries, and take minutes.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "secret", "password", "123456", "12345678", "qwerty", "admin", "changeme", "letmein", "default", "example",
        "test", "testing", "development", "production", "staging", "localhost", "key", "mykey", "my-key", "private",
        "jwt", "jwt-secret", "jwtsecret", "jwt_secret_key", "token", "tokensecret", "auth", "auth-secret", "session", "cookie",
        "hs256", "hmac", "signing-key", "signingkey", "supersecret", "super-secret", "super_secret_key", "topsecret", "top-secret", "verysecret",
        "s3cr3t", "p4ssw0rd", "passw0rd", "hunter2", "iloveyou", "dragon", "monkey", "sunshine", "football", "trustno1",
        "your-256-bit-secret", "your-secret-key", "yoursecretkey", "mysecretkey", "my-secret-key", "thisisasecret", "this-is-my-secret", "shhhhh", "keyboard cat", "correct horse battery staple",
        "summer2024", "summer2025", "winter2025", "spring2026", "company123", "acme-secret", "api-key", "apikey", "backend", "dontshare",
    ];

    /// <summary>The secret of a sandbox's leaky tokens: one of the later words, so that the attacker has something to do.</summary>
    public static string Of(int seed) => Words[(Words.Count / 2) + (int)((uint)seed % (Words.Count / 2))];
}
