using Bunit;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Tests.Stage;

public sealed class PredictTests : BunitContext
{
    private static readonly Prediction Asked = new("How many?", [new("10", "No."), new("20", "", IsRight: true)], "Because.");

    private PredictionAnswer? committed;

    [Fact]
    public void Predict_Chosen_CommitsTheOptionAndTheConfidence()
    {
        var predict = RenderPredict();

        predict.FindAll("input[name=predicted]")[1].Change("2");
        predict.FindAll("input[name=sure]")[2].Change("3");
        predict.Find("form").Submit();

        Assert.Equal(new PredictionAnswer(2, 3), committed);
    }

    [Fact]
    public void Predict_HalfChosen_CannotBeCommitted()
    {
        var predict = RenderPredict();

        predict.FindAll("input[name=predicted]")[1].Change("2");
        predict.Find("form").Submit();

        Assert.True(predict.Find("button[type=submit]").HasAttribute("disabled"));
        Assert.Null(committed);
    }

    [Fact]
    public void Predict_Skipped_TellsSo()
    {
        RenderPredict().Find("button[type=button]").Click();

        Assert.Equal(PredictionAnswer.Skipped, committed);
    }

    [Fact]
    public void Predict_Committed_IsLockedAndShowsWhatWasChosen()
    {
        var predict = RenderPredict(new(1, 2));

        Assert.All(predict.FindAll("fieldset"), fieldset => Assert.True(fieldset.HasAttribute("disabled")));
        Assert.Equal(["1", "2"], predict.FindAll("input[checked]").Select(input => input.GetAttribute("value")));
        Assert.Empty(predict.FindAll("button"));
        Assert.DoesNotContain("No.", predict.Markup, StringComparison.Ordinal); // the explanation waits for the measurement
    }

    [Theory]
    [InlineData("2", "3", 2, 3)]
    [InlineData("skip", null, null, 0)]
    [InlineData("skip", "3", null, 0)]
    public void Prediction_Address_HoldsTheAnswer(string predicted, string? sure, int? option, int confidence) =>
        Assert.Equal(new PredictionAnswer(option, confidence), Asked.Read(predicted, sure));

    [Theory]
    [InlineData(null, null)]
    [InlineData("0", "1")]
    [InlineData("3", "1")]
    [InlineData("-1", "1")]
    [InlineData("2", null)]
    [InlineData("2", "4")]
    [InlineData("two", "1")]
    public void Prediction_AddressOfNoAnswer_LeavesTheQuestionOpen(string? predicted, string? sure) => Assert.Null(Asked.Read(predicted, sure));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(null, null)] // it may be left open
    public void Predict_SecondQuestion_IsCommittedWithTheFirst(int? chosen, int? then)
    {
        var predict = Render<Predict>(p => p.Add(c => c.Of, Asked).Add(c => c.Then, Asked).Add(c => c.AnswerChanged, now => committed = now));

        if (chosen is not null)
            predict.FindAll("input[name=then]")[0].Change("1");
        predict.FindAll("input[name=predicted]")[1].Change("2");
        predict.FindAll("input[name=sure]")[2].Change("3");
        predict.Find("form").Submit();

        Assert.Equal(new PredictionAnswer(2, 3, then), committed);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("3", null)]
    [InlineData("yes", null)]
    [InlineData(null, null)]
    public void Prediction_OfASecondQuestion_IsReadFromTheAddress(string? text, int? option) => Assert.Equal(option, Asked.ReadThen(text));

    private IRenderedComponent<Predict> RenderPredict(PredictionAnswer? answer = null) =>
        Render<Predict>(p => p.Add(c => c.Of, Asked).Add(c => c.Answer, answer).Add(c => c.AnswerChanged, now => committed = now));
}
