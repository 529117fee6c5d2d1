using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>
/// Eight mistakes in eight shapes, as an API grows them that nobody wrote a contract for: the framework's, the gateway's, three colleagues'.
/// Three of them happen to be problem documents (RFC 9457), each in a dialect of its own.
/// </summary>
internal static class MessyAnswers
{
    /// <summary>The refusal in the shape that this mistake got, and the status it is told with.</summary>
    public static (IResult Answer, int Status) Dress(string mistake, Problem refused)
    {
        var shape = MessyShapes.Of(mistake);
        return (mistake switch
        {
            Mistakes.NotJson => Text(shape, Parser(refused)),
            Mistakes.WrongMediaType => Json(shape, Bare(refused)),
            Mistakes.MemberMissing => Json(shape, List(refused)),
            Mistakes.BadEmail => Json(shape, new MessySuccess(false, "E_MAIL")),
            Mistakes.BadUsername => Json(shape, Dictionary(refused)),
            Mistakes.Duplicate => Json(shape, Crash(refused)),
            Mistakes.TooLarge => Text(shape, Gateway),
            _ => Json(shape, Private(refused)),
        }, shape.Status);
    }

    public const string Gateway = "<html><head><title>413 Request Entity Too Large</title></head><body><h1>413 Request Entity Too Large</h1><hr>gateway</body></html>\n";

    public static string Parser(Problem refused) => $"SyntaxError: {refused.Detail}\n";

    public static MessyBareProblem Bare(Problem refused) => new("about:blank", "Unsupported Media Type", 415, refused.Detail);

    public static MessyDetail List(Problem refused) =>
        new([.. refused.Errors.Select(error => new MessyIssue(["body", .. Place(error)], error.Detail, "value_error"))]);

    public static MessyDictionaryProblem Dictionary(Problem refused) => new("https://tools.ietf.org/html/rfc9110#section-15.5.1",
        "One or more validation errors occurred.", 400, "See errors.",
        refused.Errors.GroupBy(error => error.Field ?? "").ToDictionary(place => place.Key, place => (IReadOnlyList<string>)[.. place.Select(error => error.Detail)], StringComparer.Ordinal));

    public static MessyCrash Crash(Problem refused) => new("SqliteException",
        $"SQLite Error 19: 'UNIQUE constraint failed: Users.{(refused.Errors is [{ Field: "email" }, ..] ? "Email" : "Username")}'.", "UserTable.Insert");

    public static MessyPrivateProblem Private(Problem refused) =>
        new("urn:users:unknown", "User not found", 404, refused.Detail, "USER_NOT_FOUND", 40_401);

    private static IEnumerable<string> Place(Violation error) => error.Field?.Split('/') ?? [];

    private static IResult Text(MessyShape shape, string text) => TypedResults.Text(text, $"{shape.MediaType}; charset=utf-8", statusCode: shape.Status);

    // Without a kind of its own, JSON goes out as the framework sends it.
    private static IResult Json<T>(MessyShape shape, T body) =>
        TypedResults.Json(body, WireJson.Options, shape.MediaType == MediaType.Json ? null : shape.MediaType, shape.Status);
}
