using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Paging;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>Tokens: issued, renewed, taken back, and tried at four doors of which three are built wrong.</summary>
public static class JwtSecurityLab
{
    public const string Slug = "jwt-security";

    private const string ExampleToken = "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1c2VyLTEifQ.c2lnbmF0dXJl";
    private const string ExampleRefresh = "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    // The subject, because the door that believes everything would put a stranger's name into the record.
    private static readonly SecretMembers Secrets =
        new("access_token", "refresh_token", "token", "password", "current_password", "new_password", "subject");

    public static void MapJwtSecurity(this RouteGroupBuilder api)
    {
        var tokens = api.Chapter("Tokens", "Access tokens for fifteen minutes, refresh tokens for one use, and four doors to try them at.")
            .WithMetadata(new LabMark(Slug), Secrets);
        MapDesk(tokens);
        MapKeys(tokens);
        MapUsers(tokens);
        MapDoors(tokens);
    }

    private static void MapDesk(RouteGroupBuilder tokens)
    {
        tokens.MapPost("/auth/token", TokenDesk.LogInAsync).Describe("logIn", "Log in", operation => operation
            .Says("The demo users are alice (`alice-demo`), bob (`bob-demo`) and admin (`admin-demo`).")
            .Body(new TokenRequest("alice", "alice-demo", null))
            .Gives(200, "The tokens.", new TokenAnswer(ExampleToken, "Bearer", 900, ExampleRefresh), "Cache-Control", "Pragma")
            .Fails(ProblemTypes.InvalidCredentials));
        tokens.MapPost("/auth/refresh", TokenDesk.RefreshAsync).Describe("refreshToken", "Get the next access token", operation => operation
            .Says("Each refresh token is good for one use. One that is shown again ends its whole session: somebody else has a copy.")
            .Body(new RefreshRequest(ExampleRefresh))
            .Gives(200, "The next pair of tokens.", new TokenAnswer(ExampleToken, "Bearer", 900, ExampleRefresh), "Cache-Control", "Pragma")
            .Fails(ProblemTypes.InvalidGrant));
        tokens.MapPost("/auth/revoke", TokenDesk.RevokeAsync).Describe("revokeToken", "End a token before its time", operation => operation
            .Says("A refresh token ends its session with all access tokens, an access token ends alone. Always 200, whatever was sent (RFC 7009).")
            .Body(new RevokeRequest(ExampleRefresh))
            .GivesNothing(200, "It is of no use any more, if it ever was."));
        tokens.MapPost("/auth/password", TokenDesk.ChangePasswordAsync).RequireToken().Describe("changePassword", "Change your password", operation => operation
            .Says("Ends every session of yours, access tokens included: this one too.")
            .Body(new PasswordRequest("alice-demo", "a better password"))
            .GivesNothing(204, "Changed.")
            .NeedsToken());
    }

    private static void MapKeys(RouteGroupBuilder tokens)
    {
        tokens.MapGet("/.well-known/jwks.json", Keys).Describe("getKeys", "The public key of this sandbox", operation => operation
            .Says("Whoever has it can verify tokens, and nobody can make one with it.")
            .Gives(200, "The key set.", new KeySet([new("EC", "sig", "ES256", "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", "P-256", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")]), "Cache-Control"));
        tokens.MapGet("/.well-known/public.pem", Pem).Describe("getPublicPem", "The same key as text", operation => operation
            .Says("The text that an attacker takes for a secret, where a verifier lets the token choose the algorithm.")
            .GivesAs("application/x-pem-file", 200, "A public key in PEM (RFC 7468 §13), with a final newline.", "-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n", "Cache-Control"));
    }

    private static void MapUsers(RouteGroupBuilder tokens)
    {
        tokens.MapGet("/me", UserDesk.Me).RequireToken().Describe("getMe", "Who am I", operation => operation
            .Says("Looked up by the token's `sub`: what is read here need not be carried in the token.")
            .Gives(200, "You.", new Profile("user-1", "alice", "Alice Archer", "alice@example.com", Roles.User), "Cache-Control", "ETag", "Vary")
            .Revalidates()
            .NeedsToken());
        tokens.MapGet("/admin/users", UserDesk.ListAsync).RequireToken(Roles.Admin).Describe("listUsers", "List the shop's customers", operation => operation
            .Says("For administrators. Everybody else learns why, and what it would take (RFC 6750 §3.1).")
            .Query("sort", "The order; there is one.", Value.OneOf("id").Otherwise("id"))
            .PagesByCursor()
            .Gives(200, "A page of them.", new CursorPage<ListedUser>(
                [new(1, "alice.smith@example.com", "alicesmith", "Alice Smith", new(2025, 10, 15, 11, 0, 0, TimeSpan.Zero))], null, null, false), "Cache-Control", "Link")
            .NeedsToken(Roles.Admin));
    }

    private static void MapDoors(RouteGroupBuilder tokens)
    {
        tokens.MapPost("/auth/leaky-token", LeakyToken.IssueAsync).Describe("issueLeakyToken", "Get a token as it should not be", operation => operation
            .Says("Signed with HS256 and a guessable secret, and full of personal data. It exists to be taken apart.")
            .Body(new LeakyTokenRequest("alice", "alice-demo"))
            .Gives(200, "The token.", new LeakyTokenAnswer(ExampleToken, "Bearer", 900), "Cache-Control", "Pragma")
            .Fails(ProblemTypes.InvalidCredentials));
        Door(DoorQuestions.DecodeOnly, "tryDecodeOnly", "decodes the token and believes it. Built wrong on purpose.");
        Door(DoorQuestions.TrustsAlg, "tryTrustsAlg", "verifies the way the token's own header asks: `none`, HS256 with the public key as secret, ES256. Built wrong on purpose.");
        Door(DoorQuestions.NoAudience, "tryNoAudience", "checks everything but whom the token is meant for. Built wrong on purpose.");
        Door(DoorQuestions.Strict, "tryStrict", "checks everything, as `/me` does.");

        void Door(string door, string id, string does) => tokens.MapGet($"/doors/{door}", DoorKeeper.At(door)).WithMetadata(new VerifiesByItself())
            .Describe(id, $"Try a token at the door \"{door}\"", operation => operation
                .Says($"This door {does}")
                .Gives(200, "It opened.", new DoorAnswer(door, true, "user-1", Roles.User, [.. DoorQuestions.Of(door).Select(question => question.Name)]), "Cache-Control", "Pragma")
                .NeedsToken());
    }

    private static IResult Keys(Sandbox sandbox, HttpContext http)
    {
        var key = sandbox.State<SandboxIdentity>().Key;
        http.Response.Headers.CacheControl = "no-cache"; // a reset makes a new key
        return TypedResults.Json(new KeySet([new("EC", "sig", "ES256", key.Id, "P-256", key.X, key.Y)]), WireJson.Options);
    }

    private static IResult Pem(Sandbox sandbox, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(sandbox.State<SandboxIdentity>().Key.Pem, "application/x-pem-file");
    }
}
