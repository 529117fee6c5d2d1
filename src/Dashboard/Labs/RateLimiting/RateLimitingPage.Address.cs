using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>What the learner set lives in the address alone: a reload, or a link, is as it was.</summary>
public sealed partial class RateLimitingPage
{
    private const string FoldedWord = "folded";

    [SupplyParameterFromQuery(Name = "predicted")] private string? Predicted { get; set; }

    [SupplyParameterFromQuery(Name = "sure")] private string? Sure { get; set; }

    [SupplyParameterFromQuery(Name = "tab")] private string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "side")] private string? Side { get; set; }

    private PredictionAnswer? Answer => RateLimitingLesson.Prediction.Read(Predicted, Sure);

    /// <summary>The scenario shows the answer, so it waits for the prediction.</summary>
    private bool Locked => Answer is null;

    private string AboutEdge => Locked
        ? "Opens once you have committed a prediction, or skipped it"
        : "Resets the lab, waits for the last tenth of a second of a window, sends 10, and 10 more 0.2 s later";

    private void Commit(PredictionAnswer answer) => Write(new() { ["predicted"] = answer.Predicted, ["sure"] = answer.Option is null ? null : answer.Sure });

    private void ShowTab(string tab) => Write(new() { ["tab"] = tab, ["side"] = null });

    private void Fold(bool folded) => Write(new() { ["side"] = folded ? FoldedWord : null });

    private void Write(Dictionary<string, object?> query) => navigation.NavigateTo(navigation.GetUriWithQueryParameters(query), replace: true);
}
