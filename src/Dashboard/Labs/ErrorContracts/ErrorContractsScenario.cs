using Visualizer.Dashboard.Http;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>The lab's story, told by calls that anyone could make: three faults at once, and each answer tells of one.</summary>
public sealed class ErrorContractsScenario(ErrorContractsClient client, SandboxControl control)
{
    /// <summary>Sends a request with three faults, mends what each answer complains of, and sends it again.</summary>
    public async Task PlayAsync(Stint stint)
    {
        if (await control.BeginAsync(ErrorContractsView.Slug) is null)
            return;
        for (var mended = 0; mended <= ErrorContractsView.Asked.Count && !stint.IsOver; mended++)
            await client.SendAsync([.. ErrorContractsView.Asked.Skip(mended)]);
    }
}
