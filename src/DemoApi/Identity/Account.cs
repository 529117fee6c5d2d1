using Visualizer.DemoApi.Identity.Core;

namespace Visualizer.DemoApi.Identity;

/// <summary>Somebody who can log in. What a person is called or reached by is here, and never in an access token.</summary>
/// <param name="Id">Opaque; the <c>sub</c> of tokens.</param>
internal sealed record Account(string Id, string Username, string Role, string Name, string Email, string BirthDate, string Phone);

/// <summary>The demo users of one sandbox, with the passwords they have there.</summary>
internal sealed class Accounts
{
    private static readonly (Account Account, string Password)[] Demo =
    [
        (new("user-1", "alice", Roles.User, "Alice Archer", "alice@example.com", "1994-03-12", "+1 202 555 0143"), "alice-demo"),
        (new("user-2", "bob", Roles.User, "Bob Baker", "bob@example.com", "1988-11-02", "+1 202 555 0178"), "bob-demo"),
        (new("user-3", "admin", Roles.Admin, "Ada Minister", "admin@example.com", "1979-06-30", "+1 202 555 0112"), "admin-demo"),
    ];

    // Hashed once a process: whoever learns a demo password has read the documentation.
    private static readonly Lazy<Dictionary<string, PasswordHash>> FirstHashes =
        new(() => Demo.ToDictionary(user => user.Account.Id, user => new PasswordHash(user.Password), StringComparer.Ordinal));

    private readonly Lock _gate = new(); // guards the hashes, which a change of password replaces
    private readonly Dictionary<string, PasswordHash> _hashes = new(FirstHashes.Value, StringComparer.Ordinal);

    public IReadOnlyList<Account> All { get; } = [.. Demo.Select(user => user.Account)];

    public Account? Find(string id) => All.FirstOrDefault(account => account.Id == id);

    /// <summary>The account of these credentials, or null; an unknown name takes as long as a wrong password.</summary>
    public Account? LogIn(string username, string password)
    {
        var account = All.FirstOrDefault(known => known.Username == username);
        return Hash((account ?? All[0]).Id).Fits(password) ? account : null;
    }

    /// <summary>Changes a password; false where the current one is wrong.</summary>
    public bool ChangePassword(string id, string current, string next)
    {
        if (!Hash(id).Fits(current))
            return false;
        var hash = new PasswordHash(next);
        lock (_gate)
            _hashes[id] = hash;
        return true;
    }

    private PasswordHash Hash(string id)
    {
        lock (_gate)
            return _hashes[id];
    }
}

/// <summary>What an access token may say its bearer is.</summary>
public static class Roles
{
    public const string User = "user";
    public const string Admin = "admin";
}
