using Visualizer.Dashboard.Labs.JwtSecurity;
using Visualizer.DemoApi.Labs;

namespace Visualizer.Dashboard.Tests.Labs.JwtSecurity;

public sealed class JwtSecurityLessonTests
{
    [Fact]
    public void EveryShownFile_IsTheSourceThatRuns()
    {
        Assert.All(JwtSecurityLesson.Lesson.Files, file => Assert.Contains("namespace Visualizer.DemoApi.Identity.Core", CoreSource.Read("Identity", file), StringComparison.Ordinal));
        Assert.All(JwtSecurityLesson.WrongFiles, file => Assert.Contains("namespace Visualizer.DemoApi.Labs.JwtSecurity.Core", CoreSource.Read("JwtSecurity", file), StringComparison.Ordinal));
    }

    [Fact]
    public void Prediction_HasOneRightAnswer_AndAReasonForEachWrongOne()
    {
        Assert.Single(JwtSecurityLesson.Prediction.Options, option => option.IsRight);
        Assert.All(JwtSecurityLesson.Prediction.Options.Where(option => !option.IsRight), option => Assert.NotEmpty(option.Explanation));
    }

    [Fact]
    public void BugHunt_PointsAtLinesThatAreThere()
    {
        var lines = JwtSecurityBugHunt.Hunt.Code.Split('\n');
        Assert.All(JwtSecurityBugHunt.Hunt.Bugs, bug => Assert.NotEqual("", lines[bug.Line - 1].Trim()));
        Assert.Contains("header.Alg", lines[JwtSecurityBugHunt.Hunt.Bugs[4].Line - 1], StringComparison.Ordinal);
    }
}
