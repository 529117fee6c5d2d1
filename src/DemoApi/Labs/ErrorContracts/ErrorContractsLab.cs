using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Visualizer.DemoApi.Documentation;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>The calls by which the error lab shows which error comes first, in one contract and in none.</summary>
public static class ErrorContractsLab
{
    public const string Slug = "error-contracts";

    /// <summary>No other lab writes users, so a reset of this one puts them back.</summary>
    internal static readonly LabMark Mark = new(Slug) { Tables = ["Users"] };

    public static void MapErrorContracts(this RouteGroupBuilder api)
    {
        var errors = api.Chapter("Errors", "One contract for every error, its messy twin, and calls that fail on purpose.").WithMetadata(Mark);
        errors.MapBoom();
        errors.MapPost("/users", NewUser.PostAsync).WithMetadata(new Gated()).DescribeNewUser();
        errors.MapPost("/messy/users", NewUser.PostMessyAsync).WithMetadata(new Gated()).DescribeMessyUser();
        errors.MapGet("/messy/users/{id}", MessyReading.GetAsync).WithMetadata(new Gated()).DescribeMessyReading();
        errors.MapPut("/admin/users/{id}", AdminChange.PutAsync).WithMetadata(new Gated(), new StagesFaults())
            .RequireToken(Roles.Admin, HiddenFrom).DescribeAdminChange();
    }

    internal static void MapBoom(this RouteGroupBuilder errors) => errors.MapGet("/boom", Boom).DescribeBoom();

    public static void MapErrorContractsControl(this RouteGroupBuilder control) => ErrorControl.Map(control);

    /// <summary>The 404 that somebody is told who may not: the very same as for an id that is not there.</summary>
    private static Problem? HiddenFrom(HttpContext http) =>
        http.Sandbox().State<ErrorContractsState>().HidesExistence ? UserTable.NotFound($"{http.GetRouteValue("id")}") : null;

    private static IResult Boom(HttpRequest request)
    {
        var query = new Query(request);
        var fail = query.Flag("fail", otherwise: true);
        if (query.Problem is { } problem)
            return problem;
        return fail ? throw new InvalidOperationException("The error lab asked for a bug, and here it is.") : TypedResults.NoContent();
    }
}
