using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Labs.Versioning.Core;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Users;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>One user, written the way a version writes it.</summary>
/// <param name="Body">The bytes of the answer.</param>
/// <param name="Tag">Names these very bytes, so each version has its own: with one for both, a client could be told that its v1 is a fresh v2.</param>
internal sealed record VersionedUser(byte[] Body, EntityTag Tag)
{
    /// <summary>The user of that id, or null; an id that is no positive integer is nobody's.</summary>
    public static async Task<VersionedUser?> FindAsync(string id, int version, Sandbox sandbox, CancellationToken cancel)
    {
        if (!long.TryParse(id, System.Globalization.NumberStyles.None, null, out var number))
            return null;
        await using var shop = sandbox.Shop.CreateContext();
        return await shop.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == number, cancel) is { } found ? Write(found, version) : null;
    }

    private static VersionedUser Write(User user, int version)
    {
        var body = version == Versions.First
            ? JsonSerializer.SerializeToUtf8Bytes(UserV1.Of(user), WireJson.Options)
            : JsonSerializer.SerializeToUtf8Bytes(UserV2.Of(user), WireJson.Options);
        return new(body, EntityTag.Strong($"v{version}-{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}"));
    }
}
