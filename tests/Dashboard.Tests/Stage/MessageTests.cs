using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Tests.Stage;

public class MessageTests
{
    [Fact]
    public void Request_Recorded_IsWrittenAsOnTheWire()
    {
        var exchange = new WireExchange(1, "r1", Journaled.Start, new("POST", "/orders", "HTTP/1.1", [new("Host", "localhost")], new(false, "curl/8")))
        {
            Response = new(201, [], new("{\"a\":1}", 7), CapturedBody.None, 1),
        };

        Assert.Equal("POST /s/abc/api/orders HTTP/1.1\nHost: localhost\n\n{\"a\":1}", Message.Request(exchange, "/s/abc/api/"));
    }

    [Fact]
    public void Response_422_HasItsCurrentName() =>
        Assert.StartsWith("HTTP/1.1 422 Unprocessable Content", Message.Response(new(422, [], CapturedBody.None, CapturedBody.None, 1)), StringComparison.Ordinal);

    [Fact]
    public void Response_LongerThanKept_SaysHowLongItWas() =>
        Assert.EndsWith("… 40000 bytes in all", Message.Response(new(200, [], CapturedBody.None, new("aaa", 40_000), 1)), StringComparison.Ordinal);
}
