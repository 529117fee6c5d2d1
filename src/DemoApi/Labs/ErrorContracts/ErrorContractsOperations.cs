using Microsoft.AspNetCore.Builder;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Users;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>What the document says about this lab's calls.</summary>
internal static class ErrorContractsOperations
{
    private static readonly UserWish Wish = new("grace.hopper@example.com", "ghopper");
    private static readonly UserV1 Made = new(101, "grace.hopper@example.com", "ghopper", "ghopper", new(2026, 1, 23, 11, 0, 0, TimeSpan.Zero));
    private static readonly UserV1 Changed = new(7, "grace.hopper@example.com", "ghopper", "Grace Larsen", new(2025, 10, 21, 11, 0, 0, TimeSpan.Zero));
    private static readonly Problem Taken = Problem.Of(ProblemTypes.Conflict, Violation.At("#/email", "A user with this e-mail address exists already."));
    private static readonly Problem Broken = Problem.Of(ProblemTypes.ValidationError, Violation.At("#/username", "username may hold letters and digits only."));

    public static void DescribeBoom(this RouteHandlerBuilder call) => call.Describe("failOnPurpose", "Meet a bug of the server", operation => operation
        .Says("An exception that nobody caught: the client learns that it was not its fault, and the trace id; the log learns the rest.")
        .Query("fail", "`false` for the day the bug is mended.", Value.Flag(otherwise: true))
        .GivesNothing(204, "Nothing went wrong this time."));

    public static void DescribeNewUser(this RouteHandlerBuilder call) => call.Describe("addUser", "Add a user, or learn everything that is wrong with it at once", operation => operation
        .Says("Address and username are unique without regard to case. The database's unique indexes decide: of parallel creations one succeeds.")
        .Body(Wish)
        .Gives(201, "Added. The name is the username until somebody says otherwise.", Made, "Location", "ETag")
        .Fails(ProblemTypes.Conflict, Taken.Detail));

    public static void DescribeMessyUser(this RouteHandlerBuilder call) => call.Describe("addUserMessily", "Add a user where every error has a shape of its own", operation => operation
        .Says("The same decisions as `POST /users`, told in seven shapes on purpose: exempt from the one shape of errors. A bad address is told with 200, a duplicate with 500.")
        .Body(Wish)
        .TellsBodyErrorsItself()
        .Gives(200, "The address is no address, and the status says that all is well.", new MessySuccess(false, "E_MAIL"))
        .Gives(201, "Added.", Made, "Location", "ETag")
        .GivesAs(MessyShapes.Of(Mistakes.NotJson).MediaType, 400, "The body is not JSON.", MessyAnswers.Parser(new Problem(ProblemTypes.MalformedJson, "The body is not JSON: it goes wrong at line 1, column 13.")))
        .GivesAs(ProblemWriter.ContentType, 400, "The username breaks a rule.", MessyAnswers.Dictionary(Broken))
        .GivesAs(MessyShapes.Of(Mistakes.TooLarge).MediaType, 413, "The body is too large.", MessyAnswers.Gateway)
        .GivesAs(ProblemWriter.ContentType, 415, "The body has another media type.", MessyAnswers.Bare(new Problem(ProblemTypes.UnsupportedMediaType, "The body must be application/json, in UTF-8.")))
        .Gives(422, "A member is missing.", MessyAnswers.List(Problem.Of(ProblemTypes.ValidationError, Violation.At("#/email", "email is required."))))
        .Gives(500, "Somebody has that address or username already.", MessyAnswers.Crash(Taken)));

    public static void DescribeMessyReading(this RouteHandlerBuilder call) => call.Describe("getUserMessily", "Read a user where an unknown id has the eighth shape", operation => operation
        .Gives(200, "The user.", Changed)
        .TellsBodyErrorsItself()
        .GivesAs(ProblemWriter.ContentType, 404, "Nobody has this id.", MessyAnswers.Private(new Problem(ProblemTypes.NotFound, "There is no user '4711'."))));

    public static void DescribeAdminChange(this RouteHandlerBuilder call) => call.Describe("changeUser", "Change a user, through eight gates", operation => operation
        .Says("The call that can meet every error. It answers with the first in the order 404 or 405, 401, 403, 429, 415, 413, 400, 404, 428, 412, 422, 409, 500; what comes later is never looked at. "
            + "An administrator may write 10 times in 10 seconds of sandbox time; what is refused before or by that quota spends nothing.")
        .Body(Wish)
        .NeedsToken(Roles.Admin)
        .GuardsAgainstLostUpdates(required: true)
        .Gives(200, "Changed; this is the user now, in version 1.", Changed, "ETag", "RateLimit", "RateLimit-Policy", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")
        .Fails(ProblemTypes.QuotaExceeded)
        .Fails(ProblemTypes.Conflict, Taken.Detail));
}
