namespace Visualizer.DemoApi.Labs.ErrorContracts.Core;

/// <summary>Who asks the question of one gate about one call; no answer means that it opens.</summary>
internal sealed record Keeper<TCall, TRefusal>(Gate Gate, Func<TCall, ValueTask<TRefusal?>> Ask)
    where TRefusal : class;

/// <summary>What one gate said.</summary>
/// <param name="Status">The status it refused with; null where it opened.</param>
/// <param name="Why">In words for the client; empty where it opened.</param>
internal sealed record GateAnswer(Gate Gate, bool Opened, int? Status, string Why);

/// <summary>
/// The way of one request through <see cref="Gates.All"/>. It cannot be walked in another order, nor past a gate that did not open:
/// a keeper who tries is a bug, and fails.
/// </summary>
internal sealed class GateWalk
{
    private readonly List<GateAnswer> _answers = [];

    /// <summary>What was asked, in order. A call has no question at some gates: those are not in it.</summary>
    public IReadOnlyList<GateAnswer> Answers => _answers;

    /// <summary>The gate that did not open, or null.</summary>
    public GateAnswer? Stop => _answers is [.., { Opened: false } last] ? last : null;

    /// <summary>Asks one keeper after the other. The first refusal ends it: what else is wrong is never looked at.</summary>
    public async ValueTask<TRefusal?> ThroughAsync<TCall, TRefusal>(
        TCall call, IReadOnlyList<Keeper<TCall, TRefusal>> keepers, Func<TRefusal, (int Status, string Why)> read)
        where TRefusal : class
    {
        foreach (var keeper in keepers)
        {
            if (await keeper.Ask(call) is { } refusal)
            {
                var (status, why) = read(refusal);
                StopAt(keeper.Gate, status, why);
                return refusal;
            }

            Pass(keeper.Gate);
        }

        return null;
    }

    public void Pass(Gate gate) => Note(new(gate, Opened: true, null, ""));

    public void StopAt(Gate gate, int status, string why)
    {
        if (!gate.CanAnswer(status))
            throw new InvalidOperationException($"Gate {gate.Number} ({gate.Name}) does not answer {status}.");
        Note(new(gate, Opened: false, status, why));
    }

    private void Note(GateAnswer answer)
    {
        if (_answers is [.., var last] && (!last.Opened || last.Gate.Number >= answer.Gate.Number))
            throw new InvalidOperationException($"Gate {answer.Gate.Number} ({answer.Gate.Name}) was asked out of turn, after gate {last.Gate.Number}.");
        _answers.Add(answer);
    }
}
