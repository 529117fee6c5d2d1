using System.Text.Json;
using Visualizer.DemoApi.Labs.Versioning.Core;

namespace Visualizer.DemoApi.Tests.Labs.Versioning.Core;

public sealed class ContractDiffTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", "")]
    [InlineData("""{"a":1}""", """{"b":"x","a":1}""", "/b is new, a string")]
    [InlineData("""{"a":1,"b":true}""", """{"a":1}""", "/b is gone!")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "/a was a number, is a string!")]
    [InlineData("""{"a":true}""", """{"a":false}""", "")]
    [InlineData("""{"a":"x"}""", """{"a":null}""", "/a was a string, is null!")]
    [InlineData("""{"name":"Alice Smith"}""", """{"name":{"first":"Alice","last":"Smith"}}""", "/name was a string, is an object!")]
    [InlineData("""{"a":{"b":1,"c":1}}""", """{"a":{"b":[],"d":{}}}""", "/a/b was a number, is an array!; /a/c is gone!; /a/d is new, an object")]
    [InlineData("""{"a/b":1,"c~d":1}""", "{}", "/a~1b is gone!; /c~0d is gone!")]
    public void Between_TellsWhatBreaksAndWhatDoesNot(string older, string newer, string expected)
    {
        var changes = ContractDiff.Between(JsonElement.Parse(older), JsonElement.Parse(newer));

        Assert.Equal(expected, string.Join("; ", changes.Select(c => $"{c.Pointer} {c.Detail}{(c.Breaking ? "!" : "")}")));
    }
}
