using Microsoft.JSInterop;

namespace Visualizer.Dashboard.Stage;

/// <summary>Hands the browser what is new until nothing new is left; who asks meanwhile is served by the run under way.</summary>
/// <param name="showNews">Shows what is new and says whether there was anything; it notes as shown only what arrived.</param>
/// <remarks>While the connection is away nothing is lost: the render that follows its return asks again.</remarks>
internal sealed class Drawing(Func<Task<bool>> showNews)
{
    /// <summary>How long a browser may take to draw before the call counts as lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private bool underWay;

    public async Task RunAsync()
    {
        if (underWay)
            return;
        underWay = true;
        try
        {
            while (await showNews())
            {
            }
        }
        catch (Exception away) when (away is JSDisconnectedException or OperationCanceledException or InvalidOperationException)
        {
            // InvalidOperationException is what an offline client gives.
        }
        finally
        {
            underWay = false;
        }
    }
}
