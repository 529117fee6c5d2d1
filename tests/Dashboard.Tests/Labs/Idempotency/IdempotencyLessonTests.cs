using Visualizer.Dashboard.Labs.Idempotency;
using Visualizer.DemoApi.Labs;

namespace Visualizer.Dashboard.Tests.Labs.Idempotency;

public class IdempotencyLessonTests
{
    [Fact]
    public void Prediction_HasOneRightAnswer_AndASentenceForEveryOther()
    {
        Assert.Equal("3", Assert.Single(IdempotencyLesson.Prediction.Options, o => o.IsRight).Text);
        Assert.All(IdempotencyLesson.Prediction.Options, o => Assert.Equal(o.IsRight, o.Explanation.Length == 0));
    }

    [Fact]
    public void Files_AreTheOnesThatRan() => Assert.All(IdempotencyLesson.Lesson.Files, file => Assert.Contains("namespace", CoreSource.Read("Idempotency", file)));

    [Fact]
    public void BugHunt_PointsAtLinesThatExist() =>
        Assert.All(IdempotencyBugHunt.Hunt.Bugs, bug => Assert.InRange(bug.Line, 1, IdempotencyBugHunt.Hunt.Code.Split('\n').Length));
}
