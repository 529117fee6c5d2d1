using Visualizer.DemoApi.Labs.Idempotency.Core;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>The ledger of one sandbox, by the right way and by the wrong one.</summary>
internal sealed class IdempotencyState(Ledgers ledgers) : ILabState<IdempotencyState>
{
    /// <summary>
    /// Held while a decision is taken and told, so that the journal's order is theirs. It guards nothing else: that there is one
    /// order for one key is the work of the database's transactions, which would hold between two processes as well.
    /// </summary>
    public Lock Gate { get; } = new();

    public Ledgers Ledgers { get; } = ledgers;

    public OnceOnly<Ledger> Once { get; } = new(ledgers);

    public CheckThenAct<Ledger> Racy { get; } = new(ledgers);

    public static string Lab => IdempotencyLab.Slug;

    public static IdempotencyState Create(Sandbox sandbox) => new(new Ledgers(sandbox.Shop));
}
