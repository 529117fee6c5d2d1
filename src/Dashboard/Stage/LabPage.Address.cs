using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Visualizer.Dashboard.Stage;

/// <summary>What the learner set lives in the address alone: a reload, or a link, is as it was.</summary>
public abstract partial class LabPage
{
    private const string FoldedWord = "folded";

    private string? written; // what the browser has not confirmed yet: the next change adds to it, instead of undoing it

    [SupplyParameterFromQuery(Name = "predicted")] public string? Predicted { get; set; }

    [SupplyParameterFromQuery(Name = "sure")] public string? Sure { get; set; }

    /// <summary>The answer to the lesson's second question.</summary>
    [SupplyParameterFromQuery(Name = "then")] public string? ThenPredicted { get; set; }

    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "side")] public string? Side { get; set; }

    /// <summary>The event of the run that is looked back at, from 1.</summary>
    [SupplyParameterFromQuery(Name = "at")] public string? At { get; set; }

    /// <summary>Bookmarked events of the run: <c>12.40</c>.</summary>
    [SupplyParameterFromQuery(Name = "marks")] public string? Marks { get; set; }

    public PredictionAnswer? Answer => Lesson.Prediction.Read(Predicted, Sure) is { } answer ? answer with { Then = Lesson.Then?.ReadThen(ThenPredicted) } : null;

    /// <summary>The scenario shows the answer, so it waits for the prediction.</summary>
    public bool Locked => Answer is null;

    public bool Folded => Side == FoldedWord;

    public IReadOnlyList<int> Bookmarks => [.. (Marks ?? "").Split('.').Select(NumberOf).OfType<int>().Distinct().Order().Take(MostBookmarks)];

    private const int MostBookmarks = 8;

    public void Commit(PredictionAnswer answer) => Write(("predicted", answer.Predicted), ("sure", answer.Option is null ? null : answer.Sure), ("then", answer.Then));

    public void ShowTab(string tab) => Write(("tab", tab), ("side", null));

    public void Fold(bool folded) => Write(("side", folded ? FoldedWord : null));

    /// <summary>Looks at the run as it was after its event of that number; null returns to the present.</summary>
    public void LookAt(int? number) => Write(("at", number));

    /// <summary>Marks the event that is looked at, or unmarks it.</summary>
    public void ToggleBookmark(int number)
    {
        var marks = Bookmarks.Contains(number) ? Bookmarks.Where(m => m != number) : Bookmarks.Append(number).Order();
        Write(("marks", string.Join('.', marks) is { Length: > 0 } text ? text : null));
    }

    /// <summary>Puts settings into the address; null takes one out. The page renders with them.</summary>
    public void Write(params IReadOnlyList<(string Name, object? Value)> settings)
    {
        written = Navigation.GetUriWithQueryParameters(written ?? Navigation.Uri, settings.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal));
        Navigation.NavigateTo(written, replace: true);
    }

    protected override void OnParametersSet()
    {
        if (written == Navigation.Uri)
            written = null;
        FindThePast();
    }

    private void FindThePast()
    {
        var number = CanAct ? NumberOf(At) : null;
        if (number != Past?.Number)
            Past = number is { } n ? lookBack?.At(Live, n) : null;
    }

    /// <summary>
    /// A whole number as an address holds it; null where it holds none. A parameter of the page that is a number itself would answer a mistyped
    /// link with 500.
    /// </summary>
    protected static int? WholeNumber(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
