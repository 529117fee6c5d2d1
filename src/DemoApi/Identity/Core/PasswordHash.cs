using System.Security.Cryptography;
using System.Text;

namespace Visualizer.DemoApi.Identity.Core;

/// <summary>A password as it is kept: slow to compute, salted, and of no use to whoever steals it (PBKDF2, RFC 8018 §5.2).</summary>
internal sealed class PasswordHash
{
    /// <summary>Rounds of HMAC-SHA-256. A demo's number: it keeps a class of logins quick. Real ones take 600,000 and more.</summary>
    public const int Iterations = 10_000;

    private const int Bytes = 32;

    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] _hash;

    public PasswordHash(string password) => _hash = Derive(password);

    /// <summary>Takes as long for a wrong password as for the right one.</summary>
    public bool Fits(string password) => CryptographicOperations.FixedTimeEquals(Derive(password), _hash);

    private byte[] Derive(string password) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), _salt, Iterations, HashAlgorithmName.SHA256, Bytes);
}
