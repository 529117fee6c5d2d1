using Visualizer.DemoApi.Labs.Pagination.Core;

namespace Visualizer.DemoApi.Tests.Labs.Pagination.Core;

/// <summary>What SQLite says about the queries: the lab's claim about depth stands or falls with it.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private readonly TinyShelf _shelf = new();

    public static TheoryData<string, bool> Orders => new()
    {
        { "-created_at", false }, { "created_at", false }, { "price_cents", false }, { "-price_cents", false },
        { "-created_at", true }, { "created_at", true }, { "price_cents", true }, { "-price_cents", true },
    };

    [Theory, MemberData(nameof(Orders))]
    public void Keyset_BehindAPlace_SearchesTheIndexAndSortsNothing(string name, bool filtered)
    {
        var order = Order(name);

        foreach (var sql in (string[])[KeysetQuery.Rows("Items", order, fromPlace: true, filtered), KeysetQuery.AnyBefore("Items", order, filtered)])
        {
            var plan = _shelf.Plan(sql);
            Assert.StartsWith("SEARCH Items USING", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Orders))]
    public void Offset_ScansUpToItsPage(string name, bool filtered) =>
        Assert.StartsWith("SCAN Items", _shelf.Plan(OffsetQuery.Rows("Items", Order(name), filtered)), StringComparison.Ordinal);

    [Fact]
    public void TheOr_AsOrmsWriteIt_IsNotSearched() => Assert.DoesNotMatch("^SEARCH", _shelf.Plan(
        "SELECT * FROM Items WHERE CreatedAt < @value OR (CreatedAt = @offset AND Id < @id) ORDER BY CreatedAt DESC, Id DESC LIMIT @limit"));

    public void Dispose() => _shelf.Dispose();

    private static SortOrder Order(string name) =>
        new[] { SortOrder.NewestFirst, SortOrder.OldestFirst, SortOrder.CheapestFirst, SortOrder.DearestFirst }.First(order => order.Name == name);
}
