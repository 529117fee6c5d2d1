using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.SharedCache.Core;
using static Visualizer.DemoApi.Tests.SharedCache.Responses;

namespace Visualizer.DemoApi.Tests.SharedCache;

public sealed class ResponseStoreTests
{
    private static readonly CacheRequest Gzip = Get("Accept-Encoding: gzip");
    private static readonly CacheRequest Plain = Get();

    [Fact]
    public void Vary_IsPartOfTheKey()
    {
        var store = new ResponseStore(honoursVary: true);
        store.Keep(Gzip, Response("max-age=60", "Vary: Accept-Encoding"), store.Generation);

        Assert.NotNull(store.Find(Gzip).Copy);
        Assert.Equal((null, true), store.Find(Plain));
        Assert.Equal((null, false), store.Find(Gzip with { Target = "/products/2" }));
    }

    [Fact]
    public void Vary_OfSeveralNames_WantsAllOfThem()
    {
        var store = new ResponseStore(honoursVary: true);
        store.Keep(Get("Accept: a", "API-Version: 1"), Response("max-age=60", "Vary: accept, API-Version"), store.Generation);

        Assert.NotNull(store.Find(Get("Accept: a", "API-Version: 1", "X: y")).Copy);
        Assert.Null(store.Find(Get("Accept: a")).Copy);
        Assert.Null(store.Find(Get("Accept: b", "API-Version: 1")).Copy);
    }

    [Fact]
    public void WithoutVary_TheFirstAnswerIsEverybodys()
    {
        var store = new ResponseStore(honoursVary: false);
        store.Keep(Gzip, Response("max-age=60", "Vary: Accept-Encoding"), store.Generation);

        Assert.NotNull(store.Find(Plain).Copy);
    }

    [Fact]
    public void Kept_TakesThePlaceOfWhatItAnswers()
    {
        var store = new ResponseStore(honoursVary: true);
        store.Keep(Gzip, Response("max-age=60", "Vary: Accept-Encoding"), store.Generation);
        store.Keep(Plain, Response("max-age=60", "Vary: Accept-Encoding"), store.Generation);
        store.Keep(Gzip, ResponseAt(9, "max-age=60", "Vary: Accept-Encoding"), store.Generation);

        Assert.Equal((At(9), At(0)), (store.Find(Gzip).Copy!.Received, store.Find(Plain).Copy!.Received));
        Assert.Equal(2, store.Drop("/products/1"));
    }

    [Fact]
    public void AnswerAskedForBeforeAnInvalidation_IsNotKeptAfterIt()
    {
        var store = new ResponseStore(honoursVary: true);
        var asked = store.Generation;
        store.Drop("/products/1");

        Assert.False(store.Keep(Plain, Response("max-age=60"), asked));
        Assert.Null(store.Find(Plain).Copy);
    }

    [Fact]
    public void TheUnusedForLongest_MakesRoom()
    {
        var store = new ResponseStore(honoursVary: true, mostCopies: 2);
        foreach (var number in (int[])[1, 2])
            store.Keep(Plain with { Target = $"/{number}" }, Response("max-age=60"), store.Generation);
        store.Find(Plain with { Target = "/1" });
        store.Keep(Plain with { Target = "/3" }, Response("max-age=60"), store.Generation);

        Assert.Equal((true, false, true), (Has("/1"), Has("/2"), Has("/3")));

        bool Has(string target) => store.Find(Plain with { Target = target }).Copy is not null;
    }

    [Fact]
    public void AnyStoring_StaysWithinItsBounds() => Prop.ForAll(
        Gen.Choose(0, 9).Two().ListOf().ToArbitrary(),
        puts =>
        {
            var store = new ResponseStore(honoursVary: true, mostCopies: 4, mostBytes: 20);
            foreach (var (target, size) in puts)
                store.Keep(Plain with { Target = $"/{target}" }, Response("max-age=60") with { Body = new byte[size * 3] }, store.Generation);
            var held = Enumerable.Range(0, 10).Select(target => store.Find(Plain with { Target = $"/{target}" }).Copy).OfType<StoredResponse>().ToList();
            return held.Count <= 4 && held.Sum(copy => copy.Body.Length) <= 20;
        }).QuickCheckThrowOnFailure();
}
