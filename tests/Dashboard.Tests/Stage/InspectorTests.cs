using Bunit;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Tests.Stage;

public class InspectorTests : BunitContext
{
    private static readonly WireExchange Refused =
        new(3, "r3", Journaled.Start, new("GET", "/limits/token-bucket", "HTTP/1.1", [new("Client-Id", "alice")], new(true, "x")))
        {
            Response = new(429, [new("Retry-After", "1")], CapturedBody.None, new("{\"status\":429}", 14), 0.42),
            Decision = new("refused", "The bucket lacks a token.", "RFC 6585 §4", "0.2 of 10 tokens left", "0.2 of 10 tokens left"),
        };

    private IRenderedComponent<Inspector> Draw(WireExchange exchange, Action<WireExchange>? again = null) => Render<Inspector>(p => p
        .Add(c => c.Exchange, exchange).Add(c => c.Base, new Uri("http://localhost:5080/s/abc/api")).Add(c => c.SendAgain, again ?? (_ => { })));

    [Fact]
    public void Render_Refusal_SaysDecisionWhySourceAndState()
    {
        var text = Draw(Refused).Find(".decision").TextContent;

        Assert.Contains("refused. The bucket lacks a token. RFC 6585 §4", text, StringComparison.Ordinal);
        Assert.Contains("0.2 of 10 tokens left, unchanged", text, StringComparison.Ordinal);
        Assert.Contains("0.42 ms (measured)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Messages_AreShownAsReceivedAndSent()
    {
        var page = Draw(Refused);

        Assert.StartsWith("GET /s/abc/api/limits/token-bucket HTTP/1.1\nClient-Id: alice", page.Find("[aria-label=Request]").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 429 Too Many Requests\nRetry-After: 1\n\n{", page.Find("[aria-label=Response]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Click_OtherClient_ShowsTheRequestInItsLanguage()
    {
        var page = Draw(Refused);
        Assert.StartsWith("curl -i", page.Find("[data-testid=snippet]").TextContent, StringComparison.Ordinal);

        page.FindAll(".clients button").Single(b => b.TextContent == "Python").Click();

        Assert.Contains("requests.request(\"GET\", \"http://localhost:5080/s/abc/api/limits/token-bucket\"", page.Find("[data-testid=snippet]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Python", page.Find(".clients [aria-pressed=true]").TextContent);
    }

    [Fact]
    public void Click_SendAgain_AsksForAFreshRequest()
    {
        WireExchange? asked = null;

        Draw(Refused, x => asked = x).FindAll("button").Single(b => b.TextContent == "Send again").Click();

        Assert.Equal(Refused, asked);
    }

    [Theory]
    [InlineData(true, "The server cut the connection.")]
    [InlineData(false, "The client went away.")]
    public void Render_NoAnswer_SaysWhoEndedIt(bool byServer, string words) =>
        Assert.Contains(words, Draw(Refused with { Response = null, Decision = null, Aborted = new(byServer, CapturedBody.None) }).Markup, StringComparison.Ordinal);
}
