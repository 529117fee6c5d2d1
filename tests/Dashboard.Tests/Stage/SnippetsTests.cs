using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Tests.Stage;

public class SnippetsTests
{
    private const string Address = "http://localhost:5080/s/k7m2/api/limits/token-bucket?cost=1&x=2";

    private static string Of(string client, string method, IReadOnlyList<HeaderLine> headers, string? body = null, string address = Address) =>
        Snippets.Of(method, address, headers, body).Single(s => s.Client == client).Text;

    [Fact]
    public void Of_EveryRequest_SpeaksFiveClients() =>
        Assert.Equal(["curl", "HTTPie", "C#", "JavaScript", "Python"], Snippets.Of("GET", Address, [], null).Select(s => s.Client));

    [Fact]
    public void Curl_Get_QuotesWhatAShellWouldRead() => Assert.Equal($"curl -i '{Address}'", Of("curl", "GET", []));

    [Fact]
    public void Curl_PlainAddress_NeedsNoQuotes() =>
        Assert.Equal("curl -i http://localhost:5080/a", Of("curl", "GET", [], address: "http://localhost:5080/a"));

    [Fact]
    public void Curl_Post_HasMethodHeadersAndBody() => Assert.Equal(
        "curl -i -X POST \\\n  'http://x/a?b=1&c' \\\n  -H 'Idempotency-Key: \"abc\"' \\\n  --data-raw '{\"note\":\"it'\\''s\"}'",
        Of("curl", "POST", [new("Idempotency-Key", "\"abc\"")], "{\"note\":\"it's\"}", "http://x/a?b=1&c"));

    [Theory]
    [InlineData("$(reboot)")]
    [InlineData("`reboot`")]
    [InlineData("a;reboot")]
    [InlineData("a\nreboot")]
    public void Curl_ValueThatAShellWouldRun_StaysInsideSingleQuotes(string value) =>
        Assert.Contains($"-H 'Client-Id: {value}'", Of("curl", "GET", [new("Client-Id", value)]), StringComparison.Ordinal);

    [Theory]
    [InlineData("curl")]
    [InlineData("HTTPie")]
    [InlineData("C#")]
    [InlineData("JavaScript")]
    [InlineData("Python")]
    public void Of_HeadersThatClientsSetThemselves_AreLeftOut(string client)
    {
        var text = Of(client, "GET", [new("Host", "localhost"), new("user-agent", "me"), new("Accept", "*/*"), new("Client-Id", "alice")]);

        Assert.Contains("alice", text, StringComparison.Ordinal);
        Assert.DoesNotContain("user-agent", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("*/*", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C#")]
    [InlineData("JavaScript")]
    [InlineData("Python")]
    public void Of_BodyWithQuotesAndLines_IsOneLiteral(string client) =>
        Assert.Contains("\"{\\\"a\\\":\\\"x\\\\y\\\"}\\n\\u0001\"", Of(client, "PUT", [], "{\"a\":\"x\\y\"}\n\u0001"), StringComparison.Ordinal);

    [Fact]
    public void JavaScript_PlainGet_NeedsNoOptions() =>
        Assert.StartsWith($"const response = await fetch(\"{Address}\");", Of("JavaScript", "GET", []), StringComparison.Ordinal);

    [Fact]
    public void Httpie_Header_IsOneArgument() =>
        Assert.Equal("http GET \\\n  'http://x/?a' \\\n  Client-Id:alice", Of("HTTPie", "GET", [new("Client-Id", "alice")], address: "http://x/?a"));

    [Fact]
    public void CSharp_ContentType_IsTheContentsOwn() => Assert.Contains(
        "request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(\"application/json\");",
        Of("C#", "POST", [new("Content-Type", "application/json")], "{}"), StringComparison.Ordinal);
}
