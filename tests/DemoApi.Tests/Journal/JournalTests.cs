using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Tests.Journal;

public sealed class JournalTests
{
    private static readonly DateTimeOffset Then = DateTimeOffset.UnixEpoch;

    [Fact]
    public void After_GivesWhatCameLater_OldestFirst()
    {
        var journal = new DemoApi.Journal.Journal();
        for (var i = 0; i < 5; i++)
            journal.Append(Then, new Noted(i));

        var page = journal.After(2, 2);
        Assert.Equal([3L, 4L], page.Events.Select(e => e.Id));
        Assert.Equal((4, 0), (page.NextAfter, page.Missed));
        Assert.Empty(journal.After(5, 10).Events);
        Assert.Equal(5, journal.After(99, 10).NextAfter);
    }

    [Fact]
    public void Ring_WhenFull_DropsTheOldestAndSaysHowMany()
    {
        var journal = new DemoApi.Journal.Journal(capacity: 3);
        for (var i = 0; i < 10; i++)
            journal.Append(Then, new Noted(i));

        var page = journal.After(2, 100);
        Assert.Equal([8L, 9L, 10L], page.Events.Select(e => e.Id));
        Assert.Equal(5, page.Missed);
    }

    [Fact]
    public void Budget_WhenSpent_DropsTheOldest_ButKeepsTheNewest()
    {
        var journal = new DemoApi.Journal.Journal(capacity: 100, budget: 1_000);
        journal.Append(Then, new Noted(0, 400));
        journal.Append(Then, new Noted(1, 400));
        journal.Append(Then, new Noted(2, 400));
        Assert.Equal([2L, 3L], journal.After(0, 10).Events.Select(e => e.Id));

        journal.Append(Then, new Noted(3, 5_000));
        Assert.Equal([4L], journal.After(0, 10).Events.Select(e => e.Id));
        Assert.Equal(5_000, journal.Weight);
    }

    [Fact]
    public async Task SlowSubscriber_DelaysNobody_AndIsToldWhatItMissed()
    {
        var journal = new DemoApi.Journal.Journal(capacity: 10);
        using var slow = journal.Subscribe(0)!;
        for (var i = 0; i < 1_000; i++)
            journal.Append(Then, new Noted(i));

        var page = (await slow.ReadAsync(CancellationToken.None))!;
        Assert.Equal(990, page.Missed);
        Assert.Equal(1_000, page.Events[^1].Id);
    }

    [Fact]
    public async Task ParallelWriters_AllAreNumbered_AndASubscriberSeesEachOnce()
    {
        var journal = new DemoApi.Journal.Journal(capacity: 20_000, budget: long.MaxValue);
        using var reader = journal.Subscribe(0)!;
        var seen = Task.Run(async () =>
        {
            var ids = new List<long>();
            while (await reader.ReadAsync(CancellationToken.None) is { } page)
                ids.AddRange(page.Events.Select(e => e.Id));
            return ids;
        });

        await Parallel.ForAsync(0, 10_000, (i, _) =>
        {
            journal.Append(Then, new Noted(i));
            return ValueTask.CompletedTask;
        });
        journal.Close();

        Assert.Equal(Enumerable.Range(1, 10_000).Select(i => (long)i), await seen);
    }

    [Fact]
    public void Subscribers_AreBounded_AndAPlaceIsFreeAfterDisposal()
    {
        var journal = new DemoApi.Journal.Journal();
        var all = Enumerable.Range(0, DemoApi.Journal.Journal.MaxSubscribers).Select(_ => journal.Subscribe(0)!).ToList();

        Assert.Null(journal.Subscribe(0));
        all[0].Dispose();
        Assert.NotNull(journal.Subscribe(0));
    }

    [Fact]
    public void Type_OnTheWire_IsTheEventsNameInSnakeCase() => Assert.Equal("response_sent", JournalEvent.NameOf(typeof(ResponseSent)));

    private sealed record Noted(int Number, int Weight = 200) : IEventData;
}
