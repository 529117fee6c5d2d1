using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>The calls by which the error lab shows who is to blame.</summary>
public static class ErrorContractsLab
{
    public const string Slug = "error-contracts";

    public static void MapErrorContracts(this RouteGroupBuilder api)
    {
        var errors = api.Chapter("Errors", "One contract for every error, and a call that fails on purpose.");
        errors.MapGet("/boom", Boom).Describe("failOnPurpose", "Meet a bug of the server", operation => operation
            .Says("An exception that nobody caught: the client learns that it was not its fault, and the trace id; the log learns the rest.")
            .Query("fail", "`false` for the day the bug is mended.", Value.Flag(otherwise: true))
            .GivesNothing(204, "Nothing went wrong this time."));
    }

    private static IResult Boom(HttpRequest request)
    {
        var query = new Query(request);
        var fail = query.Flag("fail", otherwise: true);
        if (query.Problem is { } problem)
            return problem;
        return fail ? throw new InvalidOperationException("The error lab asked for a bug, and here it is.") : TypedResults.NoContent();
    }
}
