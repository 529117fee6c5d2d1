using System.Reflection;
using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Tests.Problems;

public sealed class ProblemTypesTests
{
    [Fact]
    public void All_HoldsEveryDeclaredTypeOnce()
    {
        var declared = typeof(ProblemTypes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (ProblemType)field.GetValue(null)!);

        Assert.Equal(declared, ProblemTypes.All);
        Assert.Equal(ProblemTypes.All.Count, ProblemTypes.All.Select(type => type.Slug).Distinct().Count());
    }

    [Fact]
    public void All_AreReadablePages()
    {
        Assert.All(ProblemTypes.All, type =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", type.Slug);
            Assert.InRange(type.Status, 400, 599);
            Assert.DoesNotContain(type.Title, c => c == '.');
            Assert.EndsWith(".", type.Summary);
            Assert.EndsWith(".", type.WhatToDo);
        });
        Assert.Equal(ProblemTypes.All.OrderBy(type => type.Status), ProblemTypes.All);
    }

    [Fact]
    public void Find_KnowsEachSlugAndNothingElse()
    {
        Assert.All(ProblemTypes.All, type => Assert.Same(type, ProblemTypes.Find(type.Slug)));
        Assert.Null(ProblemTypes.Find("Not-Found"));
        Assert.Equal("validation_error", ProblemTypes.ValidationError.Code);
    }
}
