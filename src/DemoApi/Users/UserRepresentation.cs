using System.Security.Cryptography;
using System.Text.Json;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Users;

/// <summary>One user, written the way a version writes it.</summary>
/// <param name="Body">The bytes of the answer.</param>
/// <param name="Tag">Names these very bytes, so each version has its own: with one for both, a client could be told that its v1 is a fresh v2.</param>
internal sealed record UserRepresentation(byte[] Body, EntityTag Tag)
{
    /// <param name="version">1 or 2.</param>
    public static UserRepresentation Of(User user, int version)
    {
        var body = version == 1
            ? JsonSerializer.SerializeToUtf8Bytes(UserV1.Of(user), WireJson.Options)
            : JsonSerializer.SerializeToUtf8Bytes(UserV2.Of(user), WireJson.Options);
        return new(body, EntityTag.Strong($"v{version}-{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}"));
    }
}
