using Visualizer.DemoApi.Labs.HttpCaching;

namespace Visualizer.Dashboard.Labs.HttpCaching;

/// <summary>What a browser says about its own requests, counted: the second witness beside the journal.</summary>
public sealed class BrowserCount
{
    public int Asked { get; private set; }

    /// <summary>Left the browser: answered by anybody else than its own copy.</summary>
    public int Left { get; private set; }

    /// <summary>Came back with a whole body.</summary>
    public int Bodies { get; private set; }

    /// <summary>Of the requests that the browser has told of, those that the server saw, and the bodies that it sent to them.</summary>
    public int SeenByServer { get; set; }

    public int BodiesByServer { get; set; }

    /// <summary>The browser does not tell how much was transferred.</summary>
    public bool IsSilent { get; private set; }

    public bool Agrees => IsSilent || (Left == SeenByServer && Bodies == BodiesByServer);

    public void Add(BrowserReported told)
    {
        Asked++;
        IsSilent |= told is { Status: not 0, TransferBytes: null };
        if (told.FromOwnCopy)
            return;
        Left++;
        if (told is { Status: 200, Revalidated: false })
            Bodies++;
    }

    public void Clear() => (Asked, Left, Bodies, SeenByServer, BodiesByServer, IsSilent) = (0, 0, 0, 0, 0, false);
}
