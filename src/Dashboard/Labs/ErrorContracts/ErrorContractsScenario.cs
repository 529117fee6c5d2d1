using Visualizer.Dashboard.Http;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>The lab's story, told by calls that anyone could make: three faults at once, and each answer tells of one.</summary>
public sealed class ErrorContractsScenario(ErrorContractsClient client, SandboxControl control)
{
    /// <summary>Sends a request with three faults, mends what each answer complains of, and sends it again.</summary>
    /// <param name="isOver">Whether somebody has reset the lab since the run of that epoch began.</param>
    public async Task PlayAsync(Func<int, bool> isOver)
    {
        if (await control.BeginAsync(ErrorContractsView.Slug) is not { } run)
            return;
        for (var mended = 0; mended <= ErrorContractsView.Asked.Count && !isOver(run); mended++)
            await client.SendAsync([.. ErrorContractsView.Asked.Skip(mended)]);
    }
}
