using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Visualizer.DemoApi.Identity.Core;

namespace Visualizer.DemoApi.Identity;

/// <summary>The one key of a sandbox: ES256, made on first use, named after its public half, and never written down anywhere.</summary>
internal sealed class SigningKey
{
    // One lock: an ECDsa object makes no promise for two callers. Not disposed by a reset, which does not wait for who still verifies.
    private readonly Lock _gate = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SigningKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        (X, Y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        Id = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));
        Pem = _key.ExportSubjectPublicKeyInfoPem() + "\n";
        // The library's cache of verifiers would keep the keys of sandboxes that are long gone.
        ForLibrary = new ECDsaSecurityKey(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point }))
        {
            KeyId = Id,
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
    }

    /// <summary>The thumbprint of the public key (RFC 7638): nobody chooses it.</summary>
    public string Id { get; }

    /// <summary>The coordinates of the public key, in base64url (RFC 7518 §6.2.1).</summary>
    public string X { get; }

    public string Y { get; }

    /// <summary>The public key as text, with a final newline.</summary>
    public string Pem { get; }

    /// <summary>The public half, as the framework's verifier takes it.</summary>
    public SecurityKey ForLibrary { get; }

    /// <summary>A signature in the form of RFC 7518 §3.4: both numbers side by side, 64 bytes.</summary>
    public byte[] Sign(byte[] input)
    {
        lock (_gate)
            return LowS.Of(_key.SignData(input, HashAlgorithmName.SHA256));
    }

    public bool Verifies(byte[] input, byte[] signature)
    {
        if (!LowS.Is(signature))
            return false;
        lock (_gate)
            return _key.VerifyData(input, signature, HashAlgorithmName.SHA256);
    }
}
