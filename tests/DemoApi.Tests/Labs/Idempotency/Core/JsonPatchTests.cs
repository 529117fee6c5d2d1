using System.Text.Json;
using System.Text.Json.Nodes;
using Visualizer.DemoApi.Labs.Idempotency.Core;

namespace Visualizer.DemoApi.Tests.Labs.Idempotency.Core;

/// <summary>The examples of RFC 6902, appendix A, by their numbers there, and what its sections demand besides.</summary>
public sealed class JsonPatchTests
{
    [Theory]
    [InlineData("A.1", """{"foo":"bar"}""", """[{"op":"add","path":"/baz","value":"qux"}]""", """{"baz":"qux","foo":"bar"}""")]
    [InlineData("A.2", """{"foo":["bar","baz"]}""", """[{"op":"add","path":"/foo/1","value":"qux"}]""", """{"foo":["bar","qux","baz"]}""")]
    [InlineData("A.3", """{"baz":"qux","foo":"bar"}""", """[{"op":"remove","path":"/baz"}]""", """{"foo":"bar"}""")]
    [InlineData("A.4", """{"foo":["bar","qux","baz"]}""", """[{"op":"remove","path":"/foo/1"}]""", """{"foo":["bar","baz"]}""")]
    [InlineData("A.5", """{"baz":"qux","foo":"bar"}""", """[{"op":"replace","path":"/baz","value":"boo"}]""", """{"baz":"boo","foo":"bar"}""")]
    [InlineData("A.6", """{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}""", """[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]""", """{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}""")]
    [InlineData("A.7", """{"foo":["all","grass","cows","eat"]}""", """[{"op":"move","from":"/foo/1","path":"/foo/3"}]""", """{"foo":["all","cows","eat","grass"]}""")]
    [InlineData("A.8", """{"baz":"qux","foo":["a",2,"c"]}""", """[{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}]""", """{"baz":"qux","foo":["a",2,"c"]}""")]
    [InlineData("A.10", """{"foo":"bar"}""", """[{"op":"add","path":"/child","value":{"grandchild":{}}}]""", """{"foo":"bar","child":{"grandchild":{}}}""")]
    [InlineData("A.11", """{"foo":"bar"}""", """[{"op":"add","path":"/baz","value":"qux","xyz":123}]""", """{"foo":"bar","baz":"qux"}""")]
    [InlineData("A.14", """{"/":9,"~1":10}""", """[{"op":"test","path":"/~01","value":10}]""", """{"/":9,"~1":10}""")]
    [InlineData("A.16", """{"foo":["bar"]}""", """[{"op":"add","path":"/foo/-","value":["abc","def"]}]""", """{"foo":["bar",["abc","def"]]}""")]
    [InlineData("4.1 add replaces", """{"a":1}""", """[{"op":"add","path":"/a","value":null}]""", """{"a":null}""")]
    [InlineData("4.1 whole", """{"a":1}""", """[{"op":"add","path":"","value":[1]}]""", "[1]")]
    [InlineData("4.3 index", """{"a":[1,2]}""", """[{"op":"replace","path":"/a/1","value":3}]""", """{"a":[1,3]}""")]
    [InlineData("4.4 onto itself", """{"a":1}""", """[{"op":"move","from":"/a","path":"/a"}]""", """{"a":1}""")]
    [InlineData("4.5 copy", """{"a":[1]}""", """[{"op":"copy","from":"/a","path":"/b"},{"op":"add","path":"/b/-","value":2}]""", """{"a":[1],"b":[1,2]}""")]
    [InlineData("4.6 numbers", """{"a":1.0}""", """[{"op":"test","path":"/a","value":1}]""", """{"a":1.0}""")]
    [InlineData("4.6 order", """{"a":{"x":1,"y":2}}""", """[{"op":"test","path":"/a","value":{"y":2,"x":1}}]""", """{"a":{"x":1,"y":2}}""")]
    public void Apply_Example_GivesItsResult(string example, string target, string patch, string result) => Assert.True(
        Apply(target, patch) is PatchResult.Patched patched && JsonNode.DeepEquals(JsonNode.Parse(result), patched.Document), example);

    [Theory]
    [InlineData("A.9", """{"baz":"qux"}""", """[{"op":"test","path":"/baz","value":"bar"}]""")]
    [InlineData("A.15", """{"/":9,"~1":10}""", """[{"op":"test","path":"/~01","value":"10"}]""")]
    [InlineData("null is a value", """{"a":0}""", """[{"op":"test","path":"/a","value":null}]""")]
    public void Apply_TestOfAnotherValue_Fails(string example, string target, string patch) => Assert.True(Apply(target, patch) is PatchResult.TestFailed, example);

    [Theory]
    [InlineData("A.12", """{"foo":"bar"}""", """[{"op":"add","path":"/baz/bat","value":"qux"}]""")]
    [InlineData("no list", "{}", """{"op":"remove","path":"/a"}""")]
    [InlineData("no object", "{}", "[1]")]
    [InlineData("unknown op", """{"a":1}""", """[{"op":"increment","path":"/a"}]""")]
    [InlineData("no op", """{"a":1}""", """[{"path":"/a"}]""")]
    [InlineData("no path", """{"a":1}""", """[{"op":"remove"}]""")]
    [InlineData("path is no text", """{"a":1}""", """[{"op":"remove","path":1}]""")]
    [InlineData("no value", """{"a":1}""", """[{"op":"replace","path":"/a"}]""")]
    [InlineData("no from", """{"a":1}""", """[{"op":"copy","path":"/b"}]""")]
    [InlineData("no pointer", """{"a":1}""", """[{"op":"remove","path":"a"}]""")]
    [InlineData("no escape", """{"~2":1}""", """[{"op":"remove","path":"/~2"}]""")]
    [InlineData("nothing there to remove", "{}", """[{"op":"remove","path":"/a"}]""")]
    [InlineData("nothing there to replace", "{}", """[{"op":"replace","path":"/a","value":1}]""")]
    [InlineData("nothing there to test", "{}", """[{"op":"test","path":"/a","value":null}]""")]
    [InlineData("beyond the end", """{"a":[1]}""", """[{"op":"add","path":"/a/2","value":1}]""")]
    [InlineData("no leading zero", """{"a":[1,2]}""", """[{"op":"remove","path":"/a/01"}]""")]
    [InlineData("no sign", """{"a":[1,2]}""", """[{"op":"remove","path":"/a/+1"}]""")]
    [InlineData("minus is only for add", """{"a":[1,2]}""", """[{"op":"remove","path":"/a/-"}]""")]
    [InlineData("into a scalar", """{"a":1}""", """[{"op":"add","path":"/a/b","value":1}]""")]
    [InlineData("into itself", """{"a":{"b":1}}""", """[{"op":"move","from":"/a","path":"/a/b"}]""")]
    [InlineData("the whole into a part", """{"a":{"b":1}}""", """[{"op":"move","from":"","path":"/a"}]""")]
    [InlineData("the whole away", """{"a":1}""", """[{"op":"remove","path":""}]""")]
    public void Apply_WhatIsNoPatchOfThis_IsMalformed(string example, string target, string patch) => Assert.True(Apply(target, patch) is PatchResult.Malformed, example);

    [Fact]
    public void Apply_FailureAtTheEnd_ChangesNothing()
    {
        var target = JsonNode.Parse("""{"a":[1]}""");
        var result = JsonPatch.Apply(target, JsonElement.Parse("""[{"op":"add","path":"/a/-","value":2},{"op":"test","path":"/a/0","value":9}]"""));

        Assert.Equal(1, Assert.IsType<PatchResult.TestFailed>(result).Index);
        Assert.Equal("""{"a":[1]}""", target!.ToJsonString());
    }

    [Fact]
    public void Apply_AppendTwice_IsTwoEntries_WhichIsWhyPatchIsNotIdempotent()
    {
        const string append = """[{"op":"add","path":"/tags/-","value":"gift"}]""";
        var once = Assert.IsType<PatchResult.Patched>(Apply("""{"tags":[]}""", append)).Document;
        var twice = Assert.IsType<PatchResult.Patched>(JsonPatch.Apply(once, JsonElement.Parse(append))).Document;

        Assert.Equal("""{"tags":["gift","gift"]}""", twice!.ToJsonString());
    }

    [Fact]
    public void Apply_CopiesThatDouble_EndAtTheBound()
    {
        var steps = string.Join(',', Enumerable.Repeat("""{"op":"copy","from":"/a","path":"/a/-"}""", 100));
        Assert.IsType<PatchResult.Malformed>(Apply("""{"a":["0123456789"]}""", $"[{steps}]"));
        Assert.IsType<PatchResult.Malformed>(Apply("""{"a":[]}""", $"[{steps},{steps}]"));
    }

    private static PatchResult Apply(string target, string patch) => JsonPatch.Apply(JsonNode.Parse(target), JsonElement.Parse(patch));
}
