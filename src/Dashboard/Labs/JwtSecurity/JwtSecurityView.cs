using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>Four doors, the way to them, and what is known of the tokens, folded from the journal: it never sees one.</summary>
public sealed class JwtSecurityView : LabView
{
    public const string Slug = "jwt-security";

    private const int Client = 0;
    private const int Desk = 1;
    private const int FirstDoor = 2;

    /// <summary>What a request carries beside the token: <c>Authorization: Bearer </c> and the end of the line.</summary>
    private const int HeaderBytes = 24;

    private readonly Dictionary<string, DoorTried> tried = new(StringComparer.Ordinal); // by request, until it is answered
    private string news = "";

    public JwtSecurityView()
        : base(Slug, JwtSecurityMissions.All) => Begin(DateTimeOffset.UnixEpoch);

    public IReadOnlyList<DoorState> Doors { get; private set; } = [];

    /// <summary>What the stage draws; another object after a reset.</summary>
    public TripLog Log { get; private set; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>The token that was tried last, as the doors saw it; null before the first.</summary>
    public DoorTried? LastTried { get; private set; }

    /// <summary>The token that was issued last; null before the first.</summary>
    public TokenIssued? LastIssued { get; private set; }

    /// <summary>Bytes that the last token adds to every request that carries it.</summary>
    public int? BytesPerRequest => LastIssued is { } issued ? issued.Bytes + HeaderBytes : null;

    /// <summary>Times that a token was sent in an address.</summary>
    public int LeftInAddresses { get; private set; }

    /// <summary>Recorded exchanges in which a token can be read.</summary>
    public int LeftInRecords { get; private set; }

    /// <summary>Doors that the last token was tried at, and those of them that opened.</summary>
    public IReadOnlyList<DoorState> TriedLast => LastTried is { } last ? [.. Doors.Where(door => door.Last?.Token == last.Token)] : [];

    /// <summary>The names of the doors that opened for role=admin, alg=none and no signature, once all four were tried.</summary>
    public override string? Measured => forged is { Count: 4 } all
        ? string.Join(" and ", all.Where(door => door.Value).Select(door => door.Key)) is { Length: > 0 } names ? names : "none"
        : null;

    private SortedList<string, bool>? forged; // by door

    public override string Telling(WireExchange exchange) => exchange.Response?.Header("WWW-Authenticate") is { } challenge
        ? challenge.Split(", ")[0]
        : "";

    public override string News()
    {
        var told = news;
        news = "";
        return told;
    }

    protected override void Begin(DateTimeOffset at)
    {
        Log = new(Origin);
        Doors = [.. DoorQuestions.Doors.Select(door => new DoorState(door, DoorQuestions.Of(door), null))];
        (LastTried, LastIssued, LeftInAddresses, LeftInRecords, forged) = (null, null, 0, 0, null);
        tried.Clear();
    }

    protected override void Happened(JournalEvent e)
    {
        switch (e.Data)
        {
            case DoorTried door:
                Take(e, door);
                break;
            case TokenIssued issued:
                LastIssued = issued;
                Decide(e, JwtSecurityWords.Of(issued));
                break;
            case RefreshRefused refused:
                Decide(e, JwtSecurityWords.Of(refused));
                break;
            case FamilyRevoked revoked:
                Decide(e, JwtSecurityWords.Of(revoked));
                break;
            case AccessTokenDenied:
                Decide(e, JwtSecurityWords.Denied);
                break;
            case PasswordChanged changed:
                Decide(e, JwtSecurityWords.Of(changed));
                break;
            case AccessRefused refused:
                Decide(e, JwtSecurityWords.Of(refused));
                break;
        }
    }

    protected override void Exchanged(JournalEvent e, WireExchange exchange)
    {
        if (ColumnOf(exchange.Request.Path) is not { } column)
            return;
        if (exchange.Response is null && exchange.Aborted is null)
            CountAddress(exchange);
        else
            LeftInRecords += IsReadableIn(exchange) ? 1 : 0;
        var seen = tried.GetValueOrDefault(exchange.RequestId);
        if (exchange.Response is not null || exchange.Aborted is not null)
            tried.Remove(exchange.RequestId);
        Log.Put(Trip.Of(exchange, Log.Origin, JwtSecurityWords.Title(exchange.Request), [.. Way(exchange, column, seen)]) with { Group = JwtSecurityWords.Group(seen) });
    }

    private void Take(JournalEvent e, DoorTried door)
    {
        LastTried = door;
        Doors = [.. Doors.Select(known => known.Door == door.Door ? known with { Last = door } : known)];
        if (e.RequestId is { } id)
            tried[id] = door;
        if (door is { Algorithm: "none", Signed: false, Role: Roles.Admin, Subject: not null })
            (forged ??= new(Comparer<string>.Create((a, b) => Place(a) - Place(b))))[door.Door] = door.Opened;
        Decide(e, JwtSecurityWords.Of(door, DoorQuestions.Of(door.Door)));
        news = $"{Doors.First(known => known.Door == door.Door).Words}.";
    }

    private void Decide(JournalEvent e, WireDecision decision) => Wire.Decide(e.RequestId, decision);

    private static IEnumerable<Leg> Way(WireExchange exchange, int column, DoorTried? seen)
    {
        var outcome = WireRow.OutcomeOf(exchange);
        var shut = outcome is WireOutcome.Refused;
        var isDoor = column >= FirstDoor;
        yield return Leg.Go(Client, column, JwtSecurityWords.Label(exchange.Request, seen), outcome switch
        {
            WireOutcome.InFlight or WireOutcome.Cut => LegEnd.Arrives,
            _ => isDoor ? shut ? LegEnd.Stops : LegEnd.Passes : LegEnd.Arrives,
        });
        if (exchange.Response is { } response)
            yield return Leg.Back(column, Client, outcome, $"{response.Status}", note: "", noteOutcome: outcome);
        else if (exchange.Aborted is not null)
            yield return Leg.Back(column, Client, WireOutcome.Cut, "cut", end: LegEnd.Lost);
    }

    private void CountAddress(WireExchange exchange) =>
        LeftInAddresses += exchange.Request.Path.Contains("access_token=", StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    /// <summary>Whether the record of an exchange holds anything that reads as a token.</summary>
    private static bool IsReadableIn(WireExchange exchange) =>
        new[] { exchange.Request.Path, exchange.RequestBody.Text, exchange.Response?.ResponseBody.Text }
            .Concat(exchange.Request.Headers.Select(header => header.Value))
            .Any(text => text?.Contains(".eyJ", StringComparison.Ordinal) is true); // a dot, and the beginning of any JSON object in base64url

    private static int? ColumnOf(string path)
    {
        var address = path.Split('?')[0];
        if (address.StartsWith("/doors/", StringComparison.Ordinal))
            return Place(address["/doors/".Length..]) is >= 0 and var door ? FirstDoor + door : null;
        return address switch
        {
            "/me" or "/admin/users" or "/auth/password" => FirstDoor + 3,
            _ when address.StartsWith("/auth/", StringComparison.Ordinal) || address.StartsWith("/.well-known/", StringComparison.Ordinal) => Desk,
            _ => null,
        };
    }

    private static int Place(string door) => DoorQuestions.Doors.ToList().IndexOf(door);
}
