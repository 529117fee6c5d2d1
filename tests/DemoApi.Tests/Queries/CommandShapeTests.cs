using Visualizer.DemoApi.Queries.Core;

namespace Visualizer.DemoApi.Tests.Queries;

public sealed class CommandShapeTests
{
    [Theory]
    [InlineData("SELECT * FROM \"Users\" WHERE \"Id\" = @p", "SELECT * FROM \"Users\" WHERE \"Id\" = ?")]
    [InlineData("SELECT 1 FROM t2 WHERE a = 'it''s' AND b = 2.5", "SELECT ? FROM t2 WHERE a = ? AND b = ?")]
    [InlineData("SELECT x\n  FROM t\r\n WHERE y = 1", "SELECT x FROM t WHERE y = ?")]
    [InlineData("SELECT x FROM t WHERE y IN (@ids1, @ids2, @ids3)", "SELECT x FROM t WHERE y IN (?…)")]
    public void Of_Values_AreTakenOut(string sql, string shape) => Assert.Equal(shape, CommandShape.Of(sql));

    [Fact]
    public void Of_ListsOfAnyLength_AreOneShape() =>
        Assert.Equal(CommandShape.Of("… IN (1, 2)"), CommandShape.Of("… IN (7, 8, 9, 10)"));

    [Fact]
    public void Of_AnotherColumn_IsAnotherShape() =>
        Assert.NotEqual(CommandShape.Of("SELECT a FROM t WHERE b = 1"), CommandShape.Of("SELECT a FROM t WHERE c = 1"));

    [Fact]
    public void Of_AnyLength_IsBounded() => Assert.Equal(CommandShape.MaxLength, CommandShape.Of(new string('x', 9_000)).Length);

    [Fact]
    public void Find_OneShapeFiveTimes_IsSuspected_FourTimesNot()
    {
        var found = RepeatDetector.Find([.. Enumerable.Repeat("a", 5), .. Enumerable.Repeat("b", 4), .. Enumerable.Repeat("c", 9)]);

        Assert.Equal([new("c", 9), new("a", 5)], found);
    }
}
