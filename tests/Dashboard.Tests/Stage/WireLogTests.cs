using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Tests.Stage;

public class WireLogTests
{
    private static WireLog Read(Journaled journal)
    {
        var log = new WireLog();
        foreach (var e in journal.Events)
            log.Apply(e);
        return log;
    }

    [Fact]
    public void Apply_AnswerOfAnUnknownRequest_IsLeftOut()
    {
        var log = Read(new Journaled().Answered("r9", 5).Cut("r8", 6));

        Assert.Equal((0L, 0), (log.Total, log.Exchanges.Count));
    }

    [Fact]
    public void Apply_MoreThanIsKept_CountsAllAndStillJoinsTheNewest()
    {
        var journal = new Journaled();
        for (var i = 1; i <= WireLog.MostExchanges + 5; i++)
            journal.Received($"r{i}", i, "/limits/token-bucket");
        journal.Answered($"r{WireLog.MostExchanges + 5}", 9999, 429).Answered("r1", 9999);

        var log = Read(journal);

        Assert.Equal((WireLog.MostExchanges + 5L, WireLog.MostExchanges, 6L), (log.Total, log.Exchanges.Count, log.Exchanges[0].Number));
        Assert.Equal(429, log.Exchanges[^1].Response?.Status);
    }

    [Fact]
    public void ChangedSince_AnswerArrives_GivesThatExchangeAlone()
    {
        var log = Read(new Journaled().Received("r1", 0, "/a").Received("r2", 0, "/b"));
        var read = log.Version;

        log.Apply(new JournalEvent(99, Journaled.At(1), null, "r1", new ConnectionAborted(false, CapturedBody.None)));

        Assert.Equal("r1", Assert.Single(log.ChangedSince(read, 200)).RequestId);
    }
}
