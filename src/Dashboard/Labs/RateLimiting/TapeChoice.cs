namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>The tape that the learner chose: a preset, which follows the limits, or one of the learner's own.</summary>
/// <param name="Complaint">Why the address's tape could not be read; the lab's scenario stands in for it.</param>
public sealed record TapeChoice(TapePreset? Preset, RequestTape Tape, string? Complaint = null)
{
    private const char Costs = '~';

    /// <summary>The lab's scenario.</summary>
    public static TapeChoice Usual(LimitSettings limits) => new(TapePreset.Edge, TapePreset.Edge.Make(limits));

    /// <param name="text">A preset's name, with <c>~2</c> behind it where its requests cost two, or a tape of its own (<see cref="TapeText"/>).</param>
    public static TapeChoice Read(string? text, LimitSettings limits)
    {
        if (text is null)
            return Usual(limits);
        var (name, cost) = text.Split(Costs) is [var n, var c] ? (n, TapeText.Number(c, RequestTape.MostCost)) : (text, 1);
        if (TapePreset.Find(name) is { } preset && cost is { } price)
            return new(preset, preset.Make(limits).WithCost(price));
        return TapeText.TryRead(text, out var tape, out var complaint)
            ? new(null, tape)
            : Usual(limits) with { Complaint = $"The address names a tape that cannot be read: {complaint} The usual one stands here instead." };
    }

    /// <summary>How the address says it; null for the lab's scenario.</summary>
    public string? Address => Preset switch
    {
        null => Tape.ToString(),
        { Key: "edge" } when Tape.Cost == 1 => null,
        { Key: var key } => Tape.Cost == 1 ? key : $"{key}{Costs}{Tape.Cost}",
    };

    /// <summary>A preset made for other limits; a tape of one's own stays as it is.</summary>
    public TapeChoice For(LimitSettings limits) => Preset is null ? this : this with { Tape = Preset.Make(limits).WithCost(Tape.Cost) };

    /// <summary>The same at another price.</summary>
    public TapeChoice WithCost(int cost) => new(Preset, Tape.WithCost(cost));

    /// <summary>A tape that was changed by hand.</summary>
    public static TapeChoice Own(RequestTape tape) => new(null, tape);
}
