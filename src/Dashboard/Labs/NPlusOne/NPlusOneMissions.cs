using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.NPlusOne;

namespace Visualizer.Dashboard.Labs.NPlusOne;

/// <summary>The lab's tasks; the interceptor's counts prove them.</summary>
internal static class NPlusOneMissions
{
    private const int ManyCommands = 300;

    public static readonly IReadOnlyList<Mission> All =
    [
        new("storm", "Three hundred questions",
            "Make a single request ask the database more than 300 times.",
            [
                "Which loading asks more when there are more orders?",
                "limit goes up to 200, and every customer who was not seen before is one more question.",
            ],
            "GET /reports/orders?loading=lazy&limit=200 asks for 200 orders, 100 customers and 200 times lines: 301 commands.",
            () => new Once(e => e.Commands > ManyCommands, e => $"{e.Commands} commands in the last report")),
        new("few", "Two hundred orders, three commands",
            "Load 200 orders with customers and lines by at most 3 commands, and read no row twice.",
            [
                "One JOIN is one command, but count its rows: the order comes again with every line.",
                "What needs one command a table, whatever the number of orders?",
            ],
            "GET /reports/orders?loading=batch&limit=200 sends 3 commands; split and dataloader do, too. Each row of each table comes once.",
            () => new Once(e => e is { Orders: >= 200, Commands: <= 3, Parcels: false } && e.Loading != Loadings.Join, e => $"{e.Commands} commands for {e.Orders} orders")),
        new("explosion", "The JOIN that multiplies",
            "Make one single command bring more rows than the lazy loop read for the same report.",
            [
                "One collection in a JOIN repeats the order. What do two collections in it repeat?",
                "parcels=true brings the second collection.",
            ],
            "Load ?loading=lazy&limit=50&parcels=true, then ?loading=join&limit=50&parcels=true: in one command each line comes once for every parcel of its order, and lines times parcels are more rows than all the single ones together.",
            () => new Explosion()),
    ];

    private sealed class Once(Func<OrdersReported, bool> proves, Func<OrdersReported, string> soFar) : IMissionJudge
    {
        public string Progress { get; private set; } = "";

        public bool Proves(JournalEvent e)
        {
            if (e.Data is not OrdersReported reported)
                return false;
            Progress = soFar(reported);
            return proves(reported);
        }
    }

    private sealed class Explosion : IMissionJudge
    {
        private readonly Dictionary<(int, int, bool), long> lazy = [];

        public string Progress { get; private set; } = "";

        public bool Proves(JournalEvent e)
        {
            if (e.Data is SandboxStarted)
                lazy.Clear();
            if (e.Data is not OrdersReported reported)
                return false;
            var question = (reported.Orders, reported.Customers, reported.Parcels);
            if (reported.Loading == Loadings.Lazy)
                lazy[question] = reported.Rows;
            if (reported.Commands != 1 || !lazy.TryGetValue(question, out var rows))
                return false;
            Progress = $"one command brought {reported.Rows} rows, the loop {rows}";
            return reported.Rows > rows;
        }
    }
}
