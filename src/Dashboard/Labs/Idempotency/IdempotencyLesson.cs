using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>The lab's texts.</summary>
internal static class IdempotencyLesson
{
    public static Lesson Lesson => new()
    {
        Prediction = Prediction,
        Next = "Play “Lose two answers”; what it measures appears under Result.",
        Unit = "orders of one intent, sent three times without a key",
        Awaited = "Your prediction will stand here beside the orders that were really placed. Play “Lose two answers” to measure it.",
        Interview = Interview,
        Folder = "Idempotency",
        Files = ["OnceOnly.cs", "CheckThenAct.cs", "Decision.cs", "IdempotencyKey.cs", "Fingerprint.cs", "CanonicalJson.cs", "KeyRecord.cs", "JsonPatch.cs", "JsonMergePatch.cs"],
        BugHunt = IdempotencyBugHunt.Hunt,
        Missions = IdempotencyMissions.All,
        Terminal = """curl -i {api}/orders -H 'Idempotency-Key: "mine"' --json '{"product_id":1,"quantity":1}'""",
    };

    public static readonly Prediction Prediction = new(
        "The first attempt ends in a connection error; two retries follow. How many orders exist?",
        [
            new("0", "The error came after the commit. The client sees a failure, and the ledger has an order."),
            new("1", "That takes a server that recognises the repetition. Without a key every POST is a new order."),
            new("2", "That takes the first attempt for one that did nothing, because it ended in an error. It did everything but arrive."),
            new("3", "", IsRight: true),
        ],
        "An error tells that no answer came, not that nothing happened: all three attempts reached the ledger. With a key for the intent, the second and the third get the first one’s answer.");

    public static readonly Interview Interview = new(
        "PUT and DELETE name the state they want, so doing it twice is doing it once. POST says “one more”: to make it safe to repeat, the client sends one key for each intent, and the server stores key, fingerprint and whole answer in the same transaction as the order, and replays it.",
        "A stored answer costs space and a lifetime (24 hours here), and an intent that failed stays failed under its key. A request that comes while the first is working gets 409 instead of an answer.",
        "Is PATCH idempotent?",
        "Not by definition. A merge patch that sets a field is; a JSON Patch that appends to a list does it again each time. If-Match makes a repetition fail instead: 412.",
        "“The same response twice” is not what idempotent means. A second DELETE is 404 and still idempotent: it is the effect that counts (RFC 9110 §9.2.2).");
}
