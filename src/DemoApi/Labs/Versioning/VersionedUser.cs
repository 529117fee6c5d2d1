using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Users;

namespace Visualizer.DemoApi.Labs.Versioning;

/// <summary>Finds a user, in the version that was asked for.</summary>
internal static class VersionedUser
{
    /// <summary>The user of that id, or null; an id that is no positive integer is nobody's.</summary>
    public static async Task<UserRepresentation?> FindAsync(string id, int version, Sandbox sandbox, CancellationToken cancel)
    {
        if (!long.TryParse(id, System.Globalization.NumberStyles.None, null, out var number))
            return null;
        await using var shop = sandbox.Shop.CreateContext();
        return await shop.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == number, cancel) is { } found ? UserRepresentation.Of(found, version) : null;
    }
}
