using Visualizer.Dashboard.Labs.JwtSecurity;
using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Tests.Labs.JwtSecurity;

public sealed class JwtSecurityViewTests
{
    private static readonly string[] AllOfTrustsAlg = [.. DoorQuestions.Of(DoorQuestions.TrustsAlg).Select(question => question.Name)];

    private static JwtSecurityView Fold(Journaled journal) => new JwtSecurityView().Fold(journal.Events);

    private static Journaled Started() => new Journaled().Started();

    private static DoorTried Tried(string door, bool opened, string token = "aa", string? failed = null, string algorithm = "none", bool signed = false, string? subject = "user-1", string? role = "admin") =>
        new(door, opened, token, opened ? [.. DoorQuestions.Of(door).Select(q => q.Name)] : ["form", "json", "type"], failed, failed is null ? null : "It is wrong.", algorithm, signed, subject, role);

    private static Journaled Try(Journaled journal, string id, double at, DoorTried tried) => journal
        .Add(at, new RequestReceived("GET", $"/doors/{tried.Door}", "HTTP/1.1", [new("Authorization", "Bearer …")], new(true, "Visualizer-Page/1.0")), JwtSecurityView.Slug, id)
        .Add(at, tried, JwtSecurityView.Slug, id)
        .Add(at, new ResponseSent(tried.Opened ? 200 : 401, [], CapturedBody.None, new("{}", 2), 1), JwtSecurityView.Slug, id);

    private static Journaled Forged(Journaled journal) =>
        Try(Try(Try(Try(journal, "r1", 0, Tried("decode-only", true)), "r2", 10, Tried("trusts-alg", true)),
            "r3", 20, Tried("no-audience", false, failed: "algorithm")), "r4", 30, Tried("strict", false, failed: "algorithm"));

    [Fact]
    public void Forgery_AtAllFour_IsMeasuredByTheDoorsThatOpened()
    {
        var view = Fold(Forged(Started()));

        Assert.Equal("decode-only and trusts-alg", view.Measured);
        Assert.Equal(JwtSecurityLesson.Prediction.Options.Single(option => option.IsRight).Text, view.Measured);
        Assert.Equal(2, view.TriedLast.Count(door => door.Last!.Opened));
        Assert.Null(Fold(Try(Started(), "r1", 0, Tried("decode-only", true))).Measured);
    }

    [Fact]
    public void Door_ShowsItsListUpToTheFirstFailure()
    {
        var strict = Fold(Forged(Started())).Doors[3];
        var marks = strict.Questions.Select(strict.MarkOf).ToList();

        Assert.Equal([AnswerMark.Well, AnswerMark.Well, AnswerMark.Well, AnswerMark.Wrong, AnswerMark.NotAsked], marks.Take(5));
        Assert.All(marks.Skip(4), mark => Assert.Equal(AnswerMark.NotAsked, mark));
        Assert.Contains("stopped at algorithm after 3 questions", strict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Trips_GoToTheirDoor_AndComeBackInTheirOutcome()
    {
        var view = Fold(Forged(Started()));
        var last = view.Log.Trips[^1].Trip;

        Assert.Equal(4, view.Log.Total);
        Assert.Equal((5, LegEnd.Stops, "algorithm"), (last.Legs[0].To, last.Legs[0].End, last.Legs[0].Label));
        Assert.Equal((0, WireOutcome.Refused, "401"), (last.Legs[1].To, last.Legs[1].Outcome, last.Legs[1].Label));
        Assert.Equal("Token aa: alg none, unsigned, role admin", last.Group);
        Assert.Equal(LegEnd.Passes, view.Log.Trips[0].Trip.Legs[0].End);
    }

    [Fact]
    public void Decision_NamesTheQuestionAndItsSource()
    {
        var exchange = Fold(Forged(Started())).Wire.Exchanges[^1];
        Assert.Equal(("stopped at algorithm", "RFC 8725 §3.1"), (exchange.Decision?.Outcome, exchange.Decision?.Source));
    }

    [Fact]
    public void PlacesLeft_AreCountedInAddressesAndInRecords()
    {
        var journal = Started()
            .Add(0, new RequestReceived("GET", "/me?access_token=…", "HTTP/1.1", [], new(false, "curl")), JwtSecurityView.Slug, "r1")
            .Add(1, new ResponseSent(401, [], CapturedBody.None, CapturedBody.None, 1), JwtSecurityView.Slug, "r1")
            .Add(2, new RequestReceived("POST", "/auth/token", "HTTP/1.1", [], new(false, "curl")), JwtSecurityView.Slug, "r2")
            .Add(3, new ResponseSent(200, [], CapturedBody.None, new("""{"x":"eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."}""", 40), 1), JwtSecurityView.Slug, "r2");
        var view = Fold(journal);

        Assert.Equal((1, 1), (view.LeftInAddresses, view.LeftInRecords));
    }

    [Fact]
    public void TokenIssued_TellsItsBytesAndWhetherAnEMailIsInIt()
    {
        var view = Fold(Started().Add(0, new TokenIssued("leaky", "user-1", "s", "a", 500, Journaled.At(900_000), ["name", "email"]), JwtSecurityView.Slug, "r1"));
        Assert.Equal((524, true), (view.BytesPerRequest, view.LastIssued!.PersonalClaims.Contains("email")));
    }

    [Fact]
    public void Reset_BeginsAnew()
    {
        var view = Fold(Forged(Started()).Started(0, 100, JwtSecurityView.Slug));
        Assert.Equal((null, 0L, null), (view.Measured, view.Log.Total, view.LastTried));
        Assert.All(view.Doors, door => Assert.Null(door.Last));
    }

    [Fact]
    public void Mission_Confusion_WantsASignedForgery_NotTheAdminsOwnToken()
    {
        Assert.False(Solved("confusion", Forged(Started())));
        Assert.False(Solved("confusion", Try(Started(), "r1", 0, Tried("trusts-alg", true, algorithm: "HS256", signed: true, subject: "user-3"))));
        Assert.True(Solved("confusion", Try(Started(), "r1", 0, Tried("trusts-alg", true, algorithm: "HS256", signed: true))));
        Assert.NotEmpty(AllOfTrustsAlg);
    }

    [Fact]
    public void Mission_Audience_WantsTheSameTokenAtBothDoors()
    {
        var strict = Try(Started(), "r1", 0, Tried("strict", false, "aa", "audience", "ES256", true, role: "user"));
        Assert.False(Solved("audience", Try(strict, "r2", 1, Tried("no-audience", true, "bb", algorithm: "ES256", signed: true, role: "user"))));
        Assert.True(Solved("audience", Try(strict, "r3", 2, Tried("no-audience", true, "aa", algorithm: "ES256", signed: true, role: "user"))));
    }

    [Fact]
    public void Missions_ReuseAndTakeback_AreProvenByTheirEvents()
    {
        Assert.False(Solved("reuse", Started().Add(0, new FamilyRevoked("user-1", "s", "revoked"), JwtSecurityView.Slug)));
        Assert.True(Solved("reuse", Started().Add(0, new FamilyRevoked("user-1", "s", "reuse"), JwtSecurityView.Slug)));

        var revoked = Tried("strict", false, "aa", "revocation", "ES256", true, role: "user");
        Assert.False(Solved("takeback", Try(Started(), "r1", 0, revoked)));
        Assert.True(Solved("takeback", Try(Try(Started(), "r1", 0, Tried("strict", true, "aa", algorithm: "ES256", signed: true, role: "user")), "r2", 1, revoked)));
    }

    private static bool Solved(string mission, Journaled journal) => Fold(journal).Missions.Single(m => m.Mission.Key == mission).Solved;
}
