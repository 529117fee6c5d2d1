using System.Net;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Sandboxes;

public sealed class SandboxCreationTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Post_WithoutBody_MakesASandboxAndSaysWhereItIs()
    {
        using var guest = new Guest(house.Root);
        var made = await guest.PostAsync("/api/sandboxes");

        Assert.Equal(HttpStatusCode.Created, made.Status);
        var id = made.Json.GetProperty("id").GetString()!;
        Assert.Matches("^[2-9a-hjkmnp-z]{13}$", id);
        Assert.Equal($"/s/{id}/sandbox", made.Headers["Location"]);
        Assert.Equal($"{house.Root}s/{id}/api", made.Json.GetProperty("api").GetString());
        Assert.Equal(42, made.Json.GetProperty("seed").GetInt32());
        Assert.EndsWith("Z", made.Json.GetProperty("expires_at").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(made.Headers["Location"])).Status);
    }

    [Fact]
    public async Task Post_WithStartAndPaused_GivesThatClock()
    {
        using var guest = await house.GuestAsync(new { seed = 7, start = "2030-05-01T12:00:00+02:00", paused = true });
        var report = (await guest.GetAsync("sandbox")).Json;

        Assert.Equal(7, report.GetProperty("seed").GetInt32());
        Assert.Equal("2030-05-01T10:00:00.000Z", report.GetProperty("clock").GetProperty("now").GetString());
        Assert.True(report.GetProperty("clock").GetProperty("paused").GetBoolean());
    }

    [Fact]
    public void SameSeed_GivesTheSameBytes_AnotherSeedDoesNot()
    {
        static string Dump(string name, int seed)
        {
            using var shop = Data.ShopDatabase.Seeded(name, seed, DateTimeOffset.UnixEpoch);
            using var copy = shop.CopyTo($"{name}-copy");
            using var context = copy.CreateContext();
            return string.Join('\n', context.Items.OrderBy(i => i.Id).AsEnumerable().Select(i => $"{i.Id} {i.Name} {i.Category} {i.PriceCents} {i.CreatedAt:O}"))
                + string.Join('\n', context.Orders.OrderBy(o => o.Id).AsEnumerable().Select(o => $"{o.Id} {o.UserId} {o.ProductId} {o.TotalCents}"));
        }

        Assert.Equal(Dump("seed-a", 42), Dump("seed-b", 42));
        Assert.NotEqual(Dump("seed-c", 42), Dump("seed-d", 43));
    }

    [Fact]
    public void Seed_FillsTheShopWithoutGaps()
    {
        using var shop = Data.ShopDatabase.Seeded("seed-gaps", 1, DateTimeOffset.UnixEpoch);
        using var context = shop.CreateContext();

        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), context.Items.Select(i => i.Id).Order());
        Assert.Equal((100, 100, 200), (context.Products.Count(), context.Users.Count(), context.Orders.Count()));
        Assert.Equal(20, context.Orders.OrderBy(o => o.Id).Take(20).Select(o => o.UserId).Distinct().Count());
        Assert.All(context.Orders.Select(o => new { o.TotalCents, Sum = o.Lines.Sum(l => l.Quantity * l.PriceCents) }), o => Assert.Equal(o.Sum, o.TotalCents));
    }

    [Theory]
    [InlineData("""{"seed":-1}""", 422, "validation-error", "seed")]
    [InlineData("""{"seed":2147483648}""", 422, "validation-error", "seed")]
    [InlineData("""{"seed":1.5}""", 400, "invalid-body", "seed")]
    [InlineData("""{"seed":"1"}""", 400, "invalid-body", "seed")]
    [InlineData("""{"seed":1,"seed":2}""", 400, "invalid-body", "seed")]
    [InlineData("""{"sede":1}""", 400, "invalid-body", "sede")]
    [InlineData("""{"start":"yesterday"}""", 422, "validation-error", "start")]
    [InlineData("""{"start":"1969-12-31T23:59:59Z"}""", 422, "validation-error", "start")]
    [InlineData("""{"seed":1""", 400, "malformed-json", null)]
    public async Task Post_WhatCannotBe_IsRefusedWithItsPlace(string body, int status, string slug, string? field)
    {
        using var guest = new Guest(house.Root);
        (await guest.PostAsync("/api/sandboxes", body)).IsProblem(status, slug, field);
    }

    [Theory]
    [InlineData("/s/aaaaaaaaaaaaa/api/limits/token-bucket")]
    [InlineData("/s/aaaaaaaaaaaaa/sandbox")]
    [InlineData("/s/short/sandbox/clock")]
    [InlineData("/s/ABCDEFGHIJKLM/api")]
    [InlineData("/s/%20x%C3%A9/sandbox")]
    public async Task UnknownOrMalformedId_IsAProblemForPrograms(string address)
    {
        using var guest = new Guest(house.Root);
        (await guest.GetAsync(address)).IsProblem(404, "sandbox-not-found");
    }

    [Fact]
    public async Task UnknownId_IsAPageForPeople()
    {
        using var guest = new Guest(house.Root);
        var page = await guest.GetAsync("/s/aaaaaaaaaaaaa/labs/rate-limiting");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.StartsWith("text/html", page.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("/labs/rate-limiting", page.Body, StringComparison.Ordinal);
    }
}
