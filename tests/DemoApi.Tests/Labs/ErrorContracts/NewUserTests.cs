using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.ErrorContracts.Clerk;

namespace Visualizer.DemoApi.Tests.Labs.ErrorContracts;

public sealed class NewUserTests(House house) : IClassFixture<House>
{
    private const string Path = "api/users";

    private static readonly object Grace = new { email = "Grace.Hopper@example.com", username = "GHopper" };

    [Fact]
    public async Task New_IsCreated_AndFoundWhereItSays()
    {
        using var guest = await house.GuestAsync(Still);
        var made = await guest.PostAsync(Path, Grace);

        Assert.Equal((HttpStatusCode.Created, $"/s/{guest.Id}/api/users/101"), (made.Status, made.Headers["Location"]));
        Assert.Equal("""{"id":101,"email":"Grace.Hopper@example.com","username":"GHopper","name":"GHopper","created_at":"2026-01-23T11:00:00.000Z"}""", made.Body);
        var found = await guest.GetAsync(made.Headers["Location"]);
        Assert.Equal((made.Body, made.Headers["ETag"]), (found.Body, found.Headers["ETag"]));
        Assert.Equal("1 2 5 8", Assert.Single(await guest.DataAsync("gates_passed")).Short());
        Assert.Equal(101, Assert.Single(await guest.DataAsync("user_added")).GetProperty("users").GetInt64());
    }

    [Fact]
    public async Task Taken_WhateverItsCase_IsAConflictThatNamesThePlace()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PostAsync(Path, Grace);
        Assert.Equal(["#/email"], (await guest.PostAsync(Path, new { email = "gRACE.hopper@EXAMPLE.com", username = "other" })).IsProblem(409, "conflict", "email").Places());
        Assert.Equal(["#/username"], (await guest.PostAsync(Path, new { email = "other@example.com", username = "ghOPPER" })).IsProblem(409, "conflict", "username").Places());
        Assert.Equal(["#/email", "#/username"], (await guest.PostAsync(Path, Grace)).IsProblem(409, "conflict", "email").Places());
        Assert.Equal("1 2 5 8:409", (await guest.DataAsync("stopped_at_gate"))[^1].Short());
        Assert.Equal(HttpStatusCode.Created, (await guest.PostAsync(Path, new { email = "other@example.com", username = "other" })).Status);
    }

    [Theory]
    [InlineData("api/users", 409)]
    [InlineData("api/messy/users", 500)]
    public async Task ManyAtOnce_OneIsMade(string path, int refused)
    {
        using var guest = await house.GuestAsync(Still);
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => guest.PostAsync(path, new { email = "one@example.com", username = $"user{i}" })));
        Assert.Equal((1, 23), (answers.Count(a => a.Status == HttpStatusCode.Created), answers.Count(a => (int)a.Status == refused)));
    }

    [Theory]
    [InlineData("""{}""", "#/email #/username")]
    [InlineData("""{"email":null,"username":null}""", "#/email #/username")]
    [InlineData("""{"email":"nobody","username":"x!"}""", "#/email #/username")]
    [InlineData("""{"email":"a@b","username":"abc"}""", "#/email")]
    [InlineData("""{"email":"a@b.c\n","username":"abc"}""", "#/email")]
    [InlineData("""{"email":"","username":""}""", "#/email #/username")]
    [InlineData("""{"email":"a@b.cd","username":"ab"}""", "#/username")]
    [InlineData("""{"email":"a@b.cd","username":"abcdefghijabcdefghijabcdefghij1"}""", "#/username")]
    [InlineData("""{"email":"a@b.cd","username":"josé"}""", "#/username")]
    [InlineData("""{"email":"a@b.cd","username":"ab c"}""", "#/username")]
    public async Task Invalid_TellsAllPlacesAtOnce(string body, string places)
    {
        using var guest = await house.GuestAsync(Still);
        var refused = await guest.PostAsync(Path, body);
        Assert.Equal(places.Split(' '), refused.IsProblem(422, "validation-error", places.Split(' ')[0][2..]).Places());
        Assert.Equal(places.Split(' ').Length, Assert.Single(await guest.DataAsync("stopped_at_gate")).GetProperty("violations").GetInt32());
    }

    [Fact]
    public async Task Invalid_Address_ShowsThePattern()
    {
        using var guest = await house.GuestAsync(Still);
        var refused = await guest.PostAsync(Path, new { email = "nobody", username = "somebody" });
        Assert.Equal("""{"pattern":"user@domain.com"}""", refused.IsProblem(422, "validation-error", "email").Json.GetProperty("details").GetRawText());
    }

    [Fact]
    public async Task LongAddress_UpTo254_AndNoAddressOfAnyLengthTakesLong()
    {
        using var guest = await house.GuestAsync(Still);
        var label = new string('a', 62);
        var longest = $"{new string('x', 254 - 193)}@{label}.{label}.{label}.com";
        Assert.Equal(254, longest.Length);
        Assert.Equal(HttpStatusCode.Created, (await guest.PostAsync(Path, new { email = longest, username = "longest" })).Status);
        (await guest.PostAsync(Path, new { email = $"x{longest}", username = "longer" })).IsProblem(422, "validation-error", "email");
        (await guest.PostAsync(Path, new { email = $"a@{new string('-', 250)}", username = "dashes" })).IsProblem(422, "validation-error", "email");
    }

    [Theory]
    [InlineData("""{"email":1,"username":"abc"}""", "invalid-body", "email")]
    [InlineData("""{"email":"a@b.cd","username":"abc","admin":true}""", "invalid-body", "admin")]
    [InlineData("""{"email":"a@b.cd","email":"a@b.cd","username":"abc"}""", "invalid-body", "email")]
    [InlineData("""{"email":"a@b.cd","username":"abc" """, "malformed-json", null)]
    public async Task Unreadable_Is400(string body, string slug, string? field)
    {
        using var guest = await house.GuestAsync(Still);
        (await guest.PostAsync(Path, body)).IsProblem(400, slug, field);
    }

    [Fact]
    public async Task OtherMediaType_TooLarge_AndOtherMethods()
    {
        using var guest = await house.GuestAsync(Still);
        var text = await guest.PostAsync(Path, new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue("text/plain")));
        Assert.Equal("application/json", text.IsProblem(415, "unsupported-media-type").Headers["Accept"]);
        (await guest.PostAsync(Path, new string(' ', 70_000))).IsProblem(413, "payload-too-large");
        Assert.Equal("POST, OPTIONS", (await guest.GetAsync(Path)).IsProblem(405, "method-not-allowed").Headers["Allow"]);
    }

    [Fact]
    public async Task Reset_OfTheLab_PutsTheUsersBack()
    {
        using var guest = await house.GuestAsync(Still);
        await guest.PostAsync(Path, Grace);
        await guest.PostAsync("sandbox/reset", new { lab = "error-contracts" });
        (await guest.GetAsync("api/users/101")).IsProblem(404, "not-found");
        Assert.Equal(101, (await guest.PostAsync(Path, Grace)).Json.GetProperty("id").GetInt64());
    }
}
