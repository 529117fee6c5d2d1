using Visualizer.DemoApi.SharedCache.Core;
using static Visualizer.DemoApi.Tests.SharedCache.Responses;

namespace Visualizer.DemoApi.Tests.SharedCache;

public sealed class StoredResponseTests
{
    private static readonly string Expires30 = $"Expires: {At(30):r}";

    [Theory]
    [InlineData("max-age=60", null, 60d)]
    [InlineData("max-age=60, s-maxage=10", null, 10d)]
    [InlineData("s-maxage=0, max-age=60", null, 0d)]
    [InlineData("public", "30", 30d)]
    [InlineData("max-age=60", "30", 60d)]
    [InlineData("public", "never", 0d)]
    [InlineData("public", "past", 0d)]
    [InlineData("public", null, null)]
    public void Lifetime_IsOfSMaxageThenMaxAgeThenExpires_AndNeverGuessed(string cacheControl, string? expires, double? seconds)
    {
        string[] field = expires switch { "30" => [Expires30], "never" => ["Expires: 0"], "past" => [$"Expires: {At(-5):r}"], _ => [] };

        Assert.Equal(seconds, Response(cacheControl, field).Lifetime?.TotalSeconds);
    }

    [Fact]
    public void Fresh_UntilItsLifetime_AndNotAtIt()
    {
        var response = Response("max-age=60");

        Assert.True(response.IsFreshAt(At(59.999)));
        Assert.False(response.IsFreshAt(At(60)));
        Assert.Equal(5, response.StaleFor(At(65)).TotalSeconds);
    }

    [Fact]
    public void Age_CountsTheWayHereAndTheTimeElsewhere()
    {
        // Made at 0, lay 40 s in another cache, asked for at 50, here at 53: at least 43 s old then (RFC 9111 §4.2.3).
        var told = new StoredResponse(200, Of("Age: 40"), default, At(50), At(50), At(53));
        Assert.Equal(43 + 7, told.AgeAt(At(60)).TotalSeconds);

        // Without Age, its date alone speaks.
        var dated = new StoredResponse(200, Fields.None, default, At(0), At(50), At(53));
        Assert.Equal(60, dated.AgeAt(At(60)).TotalSeconds);

        // A date from the future makes nothing younger than new.
        Assert.Equal(0, new StoredResponse(200, Fields.None, default, At(99), At(50), At(50)).AgeAt(At(50)).TotalSeconds);
    }

    [Fact]
    public void Freshened_HasTheBodyOfOldAndTheFieldsOfNew()
    {
        var old = new StoredResponse(200, Of("Cache-Control: max-age=60", "ETag: \"1\"", "Content-Type: application/json", "Age: 9", "X-Kept: 1"), new byte[] { 1, 2 }, At(0), At(0), At(0));
        var notModified = new StoredResponse(304, Of("Cache-Control: max-age=5", "ETag: \"1\"", "Content-Type: text/none"), default, At(70), At(70), At(70));

        var fresh = old.FreshenedBy(notModified);

        Assert.Equal((200, 2, 5d), (fresh.Status, fresh.Body.Length, fresh.Lifetime!.Value.TotalSeconds));
        Assert.Equal(("application/json", "1", null), (fresh.Fields["content-type"], fresh.Fields["X-Kept"], fresh.Fields["Age"]));
        Assert.True(fresh.IsFreshAt(At(74)));
        Assert.False(fresh.IsFreshAt(At(75)));
    }
}
