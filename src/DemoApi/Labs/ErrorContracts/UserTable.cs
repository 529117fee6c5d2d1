using Microsoft.EntityFrameworkCore;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>
/// Writes users and lets the unique indexes decide. A look-up beforehand could not: between looking and writing somebody else may write.
/// </summary>
internal static class UserTable
{
    /// <summary>Most users in a sandbox; a stranger with a loop shall not fill the house.</summary>
    public const int MostUsers = 2_000;

    /// <summary>The new user, or null where an index said no, or the table is full.</summary>
    public static User? Insert(ShopContext shop, UserWish wish, DateTimeOffset now)
    {
        var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)); // as the wire shows it
        var made = shop.Database.SqlQuery<long>($"""
            INSERT INTO Users (Email, Username, FirstName, LastName, CreatedAt)
            SELECT {wish.Email}, {wish.Username}, {wish.Username}, '', {at.UtcTicks} WHERE (SELECT COUNT(*) FROM Users) < {MostUsers}
            ON CONFLICT DO NOTHING RETURNING Id AS Value
            """).ToList();
        return made is not [var id] ? null : new User
        {
            Id = id,
            Email = wish.Email!,
            Username = wish.Username!,
            FirstName = wish.Username!, // until somebody says their name
            LastName = "",
            CreatedAt = at,
        };
    }

    /// <summary>False where an index said no; then nothing was changed.</summary>
    public static bool Update(ShopContext shop, long id, UserWish wish) =>
        shop.Database.ExecuteSql($"UPDATE OR IGNORE Users SET Email = {wish.Email}, Username = {wish.Username} WHERE Id = {id}") == 1;

    /// <summary>What a write clashed with, asked after the index has decided: only for the words of the answer.</summary>
    /// <param name="self">Whom it was about; null for a new user.</param>
    public static Problem Conflict(ShopContext shop, UserWish wish, long? self = null)
    {
        var others = shop.Users.Where(user => user.Id != (self ?? 0));
        List<Violation> taken = [];
        if (others.Any(user => user.Email == wish.Email))
            taken.Add(Violation.At("#/email", "A user with this e-mail address exists already."));
        if (others.Any(user => user.Username == wish.Username))
            taken.Add(Violation.At("#/username", "A user with this username exists already."));
        return taken.Count > 0
            ? Problem.Of(ProblemTypes.Conflict, taken)
            : new Problem(ProblemTypes.Conflict, $"This sandbox holds as many users as it may ({MostUsers}).");
    }

    public static Problem NotFound(string id) => new(ProblemTypes.NotFound, $"There is no user '{id}'.");
}
