using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.ErrorContracts;

/// <summary>One decision, two ways to say it: in the one shape of all errors, or in whatever shape somebody found handy that day.</summary>
internal static class Contract
{
    public static IResult Answer(Problem refused, string mistake, bool messy, HttpContext http)
    {
        var (answer, status) = messy ? MessyAnswers.Dress(mistake, refused) : (refused, refused.Type.Status);
        var sandbox = http.Sandbox();
        sandbox.Journal.Append(sandbox.Clock.GetUtcNow(), new MistakeAnswered(mistake, messy, status), ErrorContractsLab.Slug, http.Exchange().RequestId);
        return answer;
    }
}
