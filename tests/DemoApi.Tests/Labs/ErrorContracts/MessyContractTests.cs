using System.Net.Http.Headers;
using System.Text;
using Visualizer.DemoApi.Labs.ErrorContracts;
using Visualizer.Tests.Support;
using static Visualizer.DemoApi.Tests.Labs.ErrorContracts.Clerk;

namespace Visualizer.DemoApi.Tests.Labs.ErrorContracts;

/// <summary>Wrong in exactly the stated manner: the same decisions as the one contract, in eight shapes.</summary>
public sealed class MessyContractTests(House house) : IClassFixture<House>
{
    public static TheoryData<string, int, string, int> Shapes => new()
    {
        { Mistakes.NotJson, 400, "text/plain; charset=utf-8", 400 },
        { Mistakes.WrongMediaType, 415, "application/problem+json", 415 },
        { Mistakes.MemberMissing, 422, "application/json; charset=utf-8", 422 },
        { Mistakes.BadEmail, 200, "application/json; charset=utf-8", 422 },
        { Mistakes.BadUsername, 400, "application/problem+json", 422 },
        { Mistakes.Duplicate, 500, "application/json; charset=utf-8", 409 },
        { Mistakes.TooLarge, 413, "text/html; charset=utf-8", 413 },
        { Mistakes.UnknownId, 404, "application/problem+json", 404 },
    };

    [Theory, MemberData(nameof(Shapes))]
    public async Task Mistake_HasItsOwnShape_AndTheSameDecisionBehindIt(string mistake, int status, string mediaType, int cleanStatus)
    {
        using var guest = await house.GuestAsync(Still);
        var messy = await MakeAsync(guest, mistake, "api/messy/users");
        var clean = await MakeAsync(guest, mistake, "api/users");

        Assert.Equal((status, mediaType), ((int)messy.Status, messy.Headers["Content-Type"]));
        Assert.Equal((cleanStatus, "application/problem+json"), ((int)clean.Status, clean.Headers["Content-Type"]));
        var told = (await guest.DataAsync("mistake_answered"))[0];
        Assert.Equal((mistake, true, status), (told.GetProperty("mistake").GetString(), told.GetProperty("messy").GetBoolean(), told.GetProperty("status").GetInt32()));
        Assert.Equal(cleanStatus, (await guest.DataAsync("stopped_at_gate"))[0].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Shapes_AreEight()
    {
        using var guest = await house.GuestAsync(Still);
        var shapes = new List<string>();
        foreach (var mistake in Mistakes.All)
            shapes.Add(ShapeOf(await MakeAsync(guest, mistake, "api/messy/users")));
        Assert.Equal(8, shapes.Distinct().Count());
    }

    [Fact]
    public async Task WithoutMistake_ItWorksLikeTheOther()
    {
        using var guest = await house.GuestAsync(Still);
        var made = await guest.PostAsync("api/messy/users", new { email = "grace@example.com", username = "grace" });
        Assert.Equal((201, $"/s/{guest.Id}/api/messy/users/101"), ((int)made.Status, made.Headers["Location"]));
        Assert.Equal(made.Body, (await guest.GetAsync("api/messy/users/101")).Body);
        Assert.Equal(made.Body, (await guest.GetAsync("api/users/101")).Body);
    }

    internal static async Task<Answer> MakeAsync(Guest guest, string mistake, string path)
    {
        var taken = (await guest.GetAsync("api/users/8")).Json.GetProperty("email").GetString();
        return mistake switch
        {
            Mistakes.NotJson => await guest.PostAsync(path, "{\"email\":"),
            Mistakes.WrongMediaType => await guest.PostAsync(path, new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue("text/plain"))),
            Mistakes.MemberMissing => await guest.PostAsync(path, new { email = "grace@example.com" }),
            Mistakes.BadEmail => await guest.PostAsync(path, new { email = "grace", username = "grace" }),
            Mistakes.BadUsername => await guest.PostAsync(path, new { email = "grace@example.com", username = "g!" }),
            Mistakes.Duplicate => await guest.PostAsync(path, new { email = taken, username = "grace" }),
            Mistakes.TooLarge => await guest.PostAsync(path, new string(' ', 70_000)),
            _ => await guest.GetAsync($"{path}/4711"),
        };
    }

    private static string ShapeOf(Answer answer)
    {
        if (!answer.Headers["Content-Type"].Contains("json", StringComparison.Ordinal))
            return answer.Headers["Content-Type"];
        return $"{(int)answer.Status} {string.Join(' ', answer.Json.EnumerateObject().Select(member => $"{member.Name}:{member.Value.ValueKind}"))}";
    }
}
