using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>What a request asks for, as the SHA-256 of method, route, client and meaning of its body, in hexadecimal. It tells a repetition from another request under the same key.</summary>
internal readonly record struct Fingerprint(string Hex)
{
    public static Fingerprint Of(KeyScope scope, JsonElement body)
    {
        // As JSON, so that no part can run over into the next.
        var asked = JsonSerializer.Serialize((string[])[scope.Method, scope.Route, scope.Subject, CanonicalJson.Of(body)]);
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked))));
    }
}
