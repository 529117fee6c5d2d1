using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.ErrorContracts.Core;

namespace Visualizer.DemoApi.Tests.Labs.ErrorContracts.Core;

public sealed class QuotaTests
{
    private readonly Quota _quota = new();

    private static DateTimeOffset At(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(1_000_000 + seconds);

    [Fact]
    public void Quota_TenInAWindow_AndTheEleventhSpendsNothing()
    {
        Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1, 0], Enumerable.Range(0, 10).Select(_ => _quota.Take(At(3)).Left));
        Assert.Equal(new QuotaAnswer(false, 0, TimeSpan.FromSeconds(7)), _quota.Take(At(3)));
        Assert.Equal(new QuotaAnswer(false, 0, TimeSpan.FromSeconds(0.1)), _quota.Take(At(9.9)));
    }

    [Fact]
    public void Quota_AtExactlyTheEnd_IsInTheNextWindow()
    {
        for (var i = 0; i < Quota.Limit; i++)
            _quota.Take(At(9));
        Assert.False(_quota.Take(At(10).AddTicks(-1)).Admitted);
        Assert.Equal(new QuotaAnswer(true, 9, TimeSpan.FromSeconds(10)), _quota.Take(At(10)));
    }

    /// <summary>The plain model: how many of a window were admitted before.</summary>
    [Fact]
    public void Take_AnyTrace_DecidesLikeTheModel() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 12)).ToArbitrary(), steps =>
        {
            var (quota, second, admitted) = (new Quota(), 0, new List<int>());
            foreach (var step in steps.SelectMany(step => new[] { step, 0, 0, 0 }))
            {
                second += step;
                var before = admitted.Count(earlier => earlier / 10 == second / 10);
                var answer = quota.Take(At(second));
                Assert.Equal(before < Quota.Limit, answer.Admitted);
                if (answer.Admitted)
                    admitted.Add(second);
                Assert.Equal(Quota.Limit - admitted.Count(earlier => earlier / 10 == second / 10), answer.Left);
            }
        }));

    [Fact]
    public void Quota_OnAClockThatGoesBack_StandsStill()
    {
        _quota.Take(At(20));
        Assert.Equal(8, _quota.Take(At(5)).Left);
    }
}
