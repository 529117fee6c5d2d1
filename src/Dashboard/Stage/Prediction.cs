using System.Globalization;

namespace Visualizer.Dashboard.Stage;

/// <summary>What a lab asks before it shows: one question, and the sentence that the measured number will prove.</summary>
public sealed record Prediction(string Question, IReadOnlyList<PredictionOption> Options, string Because)
{
    /// <summary>The option of an answer; null where none was committed.</summary>
    public PredictionOption? Chosen(PredictionAnswer? answer) => answer?.Option is { } number ? Options[number - 1] : null;

    /// <summary>The option that an address holds for a second question, from 1; null where it was left open.</summary>
    public int? ReadThen(string? text) => Within(text, Options.Count);

    /// <summary>The answer that an address holds, or null where it holds none that this question could have been given.</summary>
    /// <param name="predicted">An option's number from 1, or <c>skip</c>.</param>
    /// <param name="sure">The confidence, 1 to 3.</param>
    public PredictionAnswer? Read(string? predicted, string? sure) => predicted == PredictionAnswer.SkipWord
        ? PredictionAnswer.Skipped
        : Within(predicted, Options.Count) is { } option && Within(sure, PredictionAnswer.MostSure) is { } confidence ? new(option, confidence) : null;

    private static int? Within(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}

/// <summary>One answer to choose.</summary>
/// <param name="Explanation">Where the thought behind it goes wrong, in one sentence; empty for the right one.</param>
public sealed record PredictionOption(string Text, string Explanation, bool IsRight = false);

/// <summary>What the learner committed to.</summary>
/// <param name="Option">The option's number, from 1; null where the question was skipped.</param>
/// <param name="Sure">Confidence, 1 (a guess) to 3 (certain); 0 where the question was skipped.</param>
/// <param name="Then">The option chosen of a lesson's second question, from 1; null where there is none, or it was left open.</param>
public sealed record PredictionAnswer(int? Option, int Sure, int? Then = null)
{
    public const string SkipWord = "skip";
    public const int MostSure = 3;

    public static readonly PredictionAnswer Skipped = new(null, 0);

    /// <summary>How the address says which option.</summary>
    public string Predicted => Option?.ToString(CultureInfo.InvariantCulture) ?? SkipWord;
}
