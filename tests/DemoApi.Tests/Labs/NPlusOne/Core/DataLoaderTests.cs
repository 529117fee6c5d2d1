using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.NPlusOne.Core;

namespace Visualizer.DemoApi.Tests.Labs.NPlusOne.Core;

public sealed class DataLoaderTests
{
    private readonly List<IReadOnlyList<int>> _batches = [];

    private DataLoader<int, string> Loader(params IReadOnlyList<int> absent) => new(keys =>
    {
        _batches.Add(keys);
        return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.Except(absent).ToDictionary(key => key, key => $"value {key}"));
    });

    [Fact]
    public async Task AllAsync_ManyKeys_AreFetchedInOneBatch_EachOnce()
    {
        var loader = Loader();
        var values = await Tick.AllAsync(new[] { 3, 1, 3, 2, 1 }.Select(key => loader.LoadAsync(key)), loader);

        Assert.Equal(["value 3", "value 1", "value 3", "value 2", "value 1"], values);
        Assert.Equal([3, 1, 2], Assert.Single(_batches));
    }

    [Fact]
    public async Task AllAsync_KeyThatExistsNowhere_IsNull()
    {
        var loader = Loader(absent: 2);
        Assert.Equal(["value 1", null], await Tick.AllAsync(new[] { 1, 2 }.Select(key => loader.LoadAsync(key)), loader));
    }

    [Fact]
    public async Task AllAsync_QuestionsThatFollowFromAnswers_AreTheNextTick()
    {
        var loader = Loader();
        var values = await Tick.AllAsync(new[] { 1, 2 }.Select(ThenTenTimesAsync), loader);

        Assert.Equal(["value 10", "value 20"], values);
        Assert.Equal([[1, 2], [10, 20]], _batches);

        async Task<string?> ThenTenTimesAsync(int key)
        {
            await loader.LoadAsync(key);
            return await loader.LoadAsync(10 * key);
        }
    }

    [Fact]
    public async Task AllAsync_TwoLoaders_SendOneBatchEach()
    {
        var (first, second) = (Loader(), Loader());
        await Tick.AllAsync(Enumerable.Range(1, 20).Select(BothAsync), first, second);

        Assert.Equal(2, _batches.Count);

        async Task<int> BothAsync(int key)
        {
            var (a, b) = (first.LoadAsync(key), second.LoadAsync(key));
            await a;
            await b;
            return key;
        }
    }

    [Fact]
    public async Task AllAsync_AnswersThatArriveOnOtherThreads_KeepTheBeat()
    {
        var batches = 0;
        var loader = new DataLoader<int, string>(async keys =>
        {
            Interlocked.Increment(ref batches);
            await Task.Yield();
            return keys.ToDictionary(key => key, key => $"{key}");
        });
        for (var round = 1; round <= 200; round++)
        {
            var first = 1_000 * round; // keys that were not asked yet
            await Tick.AllAsync(Enumerable.Range(first, 100).Select(TwiceAsync), loader);
            Assert.Equal(2 * round, batches);
        }

        async Task<string?> TwiceAsync(int key)
        {
            await loader.LoadAsync(key - (key % 10)); // ten share a key
            return await loader.LoadAsync(key + 500);
        }
    }

    [Fact]
    public async Task AllAsync_NoWork_AsksNothing()
    {
        var loader = Loader();
        Assert.Empty(await Tick.AllAsync(Array.Empty<Task<string>>(), loader));
        Assert.Empty(_batches);
    }

    [Fact]
    public async Task AllAsync_WorkThatWaitsForSomethingElse_IsRefused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Tick.AllAsync([new TaskCompletionSource<int>().Task], Loader()));

    [Fact]
    public void AllAsync_AnyKeys_GiveWhatALookUpGives() => Prop.ForAll<int[]>(keys =>
    {
        _batches.Clear();
        var loader = Loader();
        var values = Tick.AllAsync(keys.Select(key => loader.LoadAsync(key)), loader).GetAwaiter().GetResult();
        return values.SequenceEqual(keys.Select(key => $"value {key}")) && _batches.Count == (keys.Length > 0 ? 1 : 0);
    }).QuickCheckThrowOnFailure();
}
