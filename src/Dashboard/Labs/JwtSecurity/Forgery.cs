namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>What was done to the token on the bench: its payload as somebody typed it, and then step after step.</summary>
internal sealed class Forgery
{
    private readonly List<ForgeStep> steps = [];
    private string? payload;

    public bool IsNothing => steps.Count == 0 && payload is null;

    public IReadOnlyList<ForgeStep> Steps => steps;

    /// <summary>The steps for the address, or null for none. A typed payload is in no address: it may hold anything.</summary>
    public string? Names => ForgeStep.Write(steps);

    public TokenText Of(TokenText original, Loot loot) => ForgeStep.All(payload is null ? original : original with { Payload = payload }, steps, loot);

    /// <summary>Does one thing more, and says what it bets on.</summary>
    public string Add(ForgeStep step)
    {
        if (steps.Count == ForgeStep.Most)
            return $"{ForgeStep.Most} steps are on it, and no more fit. “As issued” takes them off.";
        steps.Add(step);
        return step.About;
    }

    public string Type(string? text)
    {
        payload = text;
        return "The payload is as you typed it. The old signature no longer fits.";
    }

    /// <summary>Another token: what was typed belongs to the one before, and the steps stay.</summary>
    public void KeepSteps() => payload = null;

    /// <summary>Nothing but these steps, named as in an address.</summary>
    public void Begin(string? names = null)
    {
        KeepSteps();
        steps.Clear();
        steps.AddRange(ForgeStep.Read(names));
    }
}
