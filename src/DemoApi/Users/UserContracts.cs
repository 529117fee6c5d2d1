using Visualizer.DemoApi.Data;

namespace Visualizer.DemoApi.Users;

/// <summary>A user as version 1 shows it: the name is one text.</summary>
/// <param name="Name">Given and family name, with a space between.</param>
/// <param name="CreatedAt">When the account was made, RFC 3339 in UTC.</param>
public sealed record UserV1(long Id, string Email, string Username, string Name, DateTimeOffset CreatedAt)
{
    internal static UserV1 Of(User user) => new(user.Id, user.Email, user.Username, $"{user.FirstName} {user.LastName}".Trim(), user.CreatedAt);
}

/// <summary>A user as version 2 shows it: the name is an object, which no client of version 1 can read.</summary>
/// <param name="CreatedAt">When the account was made, RFC 3339 in UTC.</param>
public sealed record UserV2(long Id, string Email, string Username, NameV2 Name, DateTimeOffset CreatedAt)
{
    internal static UserV2 Of(User user) => new(user.Id, user.Email, user.Username, new(user.FirstName, user.LastName), user.CreatedAt);
}

/// <summary>A name in its parts.</summary>
/// <param name="First">The given name.</param>
/// <param name="Last">The family name; empty for people who have one name only.</param>
public sealed record NameV2(string First, string Last);
