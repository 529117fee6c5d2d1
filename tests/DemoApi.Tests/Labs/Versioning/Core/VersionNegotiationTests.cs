using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.Versioning.Core;

namespace Visualizer.DemoApi.Tests.Labs.Versioning.Core;

public sealed class VersionNegotiationTests
{
    private const string V1 = "application/vnd.visualizer.v1+json";
    private const string V2 = "application/vnd.visualizer.v2+json";
    private const string Json = "application/json";

    [Theory]
    [InlineData("", 1, V1, "Default")]
    [InlineData("*/*", 1, V1, "Default")]
    [InlineData("application/*;q=0.1", 1, V1, "Default")]
    [InlineData(Json, 1, Json, "Default")]
    [InlineData($"text/html, {Json};q=0.9", 1, Json, "Default")]
    [InlineData(V1, 1, V1, "MediaType")]
    [InlineData(V2, 2, V2, "MediaType")]
    [InlineData($"{V1};q=0.5, {V2}", 2, V2, "MediaType")]
    [InlineData($"{V2}, {V1}", 1, V1, "MediaType")]
    [InlineData($"{Json}, {V2}", 2, V2, "MediaType")]
    [InlineData($"{Json}, {V2};q=0.9", 1, Json, "Default")]
    [InlineData($"*/*, {V1};q=0", 2, V2, "MediaType")]
    [InlineData($"{V2};q=0, */*;q=0.1", 1, V1, "Default")]
    public void Accept_AloneChooses_WithDefault1(string accept, int version, string contentType, string source)
    {
        var decision = VersionNegotiation.Decide(Asked(accept: accept), defaultVersion: 1);

        Assert.Equal((version, contentType, (VersionFault?)null), (decision.Version, decision.ContentType, decision.Fault));
        Assert.Equal([Enum.Parse<VersionSource>(source)], decision.Sources);
    }

    [Theory]
    [InlineData("", V2)]
    [InlineData("*/*", V2)]
    [InlineData(Json, Json)]
    [InlineData($"{V1}, {V2}", V2)]
    public void Default_Moved_MovesWhoeverNamesNone(string accept, string contentType)
    {
        var decision = VersionNegotiation.Decide(Asked(accept: accept), defaultVersion: 2);

        Assert.Equal((2, contentType), (decision.Version, decision.ContentType));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/vnd.visualizer.v9+json")]
    [InlineData("application/vnd.visualizer.v02+json")]
    [InlineData("application/vnd.visualizer.v2.0+json")]
    [InlineData($"{V1};q=0")]
    [InlineData("*/*;q=0")]
    [InlineData($"{V2};profile=short")]
    public void Accept_ThatTakesNothing_IsNotAcceptable(string accept) =>
        Assert.Equal(VersionFault.NotAcceptable, VersionNegotiation.Decide(Asked(accept: accept), 1).Fault);

    [Theory]
    [InlineData("2", null, null, "")]
    [InlineData(null, "2", null, "")]
    [InlineData(null, null, "2", "")]
    [InlineData("2", "2", "2", V2)]
    [InlineData(null, "2", null, $"{V1}, {V2};q=0.1")]
    [InlineData(null, null, "2", $"{V1}, */*;q=0.1")]
    [InlineData("2", null, null, "text/html")]
    public void PlacesThatAgree_AreFine(string? path, string? query, string? header, string accept)
    {
        var decision = VersionNegotiation.Decide(Asked(path, query, header, accept), defaultVersion: 1);

        Assert.Equal((2, V2), (decision.Version, decision.ContentType));
    }

    [Fact]
    public void PlainJson_NamesNoVersion_SoItContradictsNone()
    {
        var decision = VersionNegotiation.Decide(Asked(header: "2", accept: Json), defaultVersion: 1);

        Assert.Equal((2, Json), (decision.Version, decision.ContentType));
        Assert.Equal([VersionSource.Header], decision.Sources);
    }

    [Theory]
    [InlineData("1", "2", null, "")]
    [InlineData("1", null, "2", "")]
    [InlineData("1", null, null, V2)]
    [InlineData(null, "1", "2", "")]
    [InlineData(null, "1", null, V2)]
    [InlineData(null, null, "2", V1)]
    [InlineData(null, null, "2", "application/vnd.visualizer.v9+json")]
    public void PlacesThatContradict_AreRefused(string? path, string? query, string? header, string accept) =>
        Assert.Equal(VersionFault.Contradiction, VersionNegotiation.Decide(Asked(path, query, header, accept), 1).Fault);

    [Theory]
    [InlineData("0")]
    [InlineData("9")]
    [InlineData("02")]
    [InlineData("2.0")]
    [InlineData("v2")]
    [InlineData("2 ")]
    [InlineData("")]
    [InlineData("1, 2")]
    [InlineData("２")]
    public void UnknownVersion_IsRefusedInEveryPlace(string said)
    {
        Assert.Equal(VersionFault.UnknownPath, VersionNegotiation.Decide(Asked(path: said), 1).Fault);
        Assert.Equal(VersionFault.Unknown, VersionNegotiation.Decide(Asked(query: said), 1).Fault);
        Assert.Equal(VersionFault.Unknown, VersionNegotiation.Decide(Asked(header: said), 1).Fault);
    }

    [Fact]
    public void PlaceNamedTwice_IsRefused_EvenWhereItSaysTheSame()
    {
        Assert.Equal(VersionFault.Repeated, VersionNegotiation.Decide(new(null, ["2", "2"], [], ""), 1).Fault);
        Assert.Equal(VersionFault.Repeated, VersionNegotiation.Decide(new(null, [], ["1", "2"], ""), 1).Fault);
    }

    [Fact]
    public void AddressThatIsNone_IsToldFirst()
    {
        var decision = VersionNegotiation.Decide(new("9", ["1", "2"], ["x"], "nonsense"), 1);

        Assert.Equal(VersionFault.UnknownPath, decision.Fault);
        Assert.Equal("There is no version '9' (The path): the versions are 1 and 2.", decision.Why);
    }

    [Fact]
    public void AnyRequest_IsDecidedAsTheRulesSay()
    {
        var said = Gen.Elements<string?>(null, null, "1", "2", "9");
        var asked = from path in said
                    from query in said
                    from header in said
                    from accept in Accepted.Any.Generator
                    from standard in Gen.Elements(1, 2)
                    select (Path: path, Query: query, Header: header, Accept: accept, Default: standard);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Arb.From(asked), a =>
        {
            var decision = VersionNegotiation.Decide(Asked(a.Path, a.Query, a.Header, a.Accept.Text), a.Default);
            var outright = new[] { a.Path, a.Query, a.Header }.OfType<string>().ToList();

            Assert.Equal(decision.Fault is null, decision.Version is 1 or 2);
            if (outright.Contains("9") || outright.Distinct().Count() > 1)
                Assert.NotNull(decision.Fault);
            if (decision.Fault is not null)
                return;
            Assert.All(outright, version => Assert.Equal($"{decision.Version}", version)); // nobody gets what it did not ask for
            var weight = AcceptHeaderTests.Model(a.Accept, decision.ContentType);
            if (a.Path is null)
                Assert.InRange(weight, 1, 1000); // and nobody gets what it cannot read
            if (outright.Count == 0)
                Assert.All((string[])[V1, V2, Json], other => Assert.InRange(AcceptHeaderTests.Model(a.Accept, other), 0, weight));
        }));
    }

    private static VersionRequest Asked(string? path = null, string? query = null, string? header = null, string accept = "") =>
        new(path, query is null ? [] : [query], header is null ? [] : [header], accept);
}
