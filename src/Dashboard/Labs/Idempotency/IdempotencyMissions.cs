using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>The lab's tasks, all told by what the doors did.</summary>
internal static partial class IdempotencyMissions
{
    public static readonly IReadOnlyList<Mission> All =
    [
        new("lost", "Lost, and yet bought once",
            "Lose the answer of a POST /orders at least once, send it again, and end with one order and the answer in your hand.",
            [
                "Demo-Fault: drop-response commits the order and then cuts the connection.",
                "The same Idempotency-Key makes the second attempt the same intent as the first.",
            ],
            "POST /orders with Idempotency-Key: \"mine\" and Demo-Fault: drop-response, body {\"product_id\":1,\"quantity\":1}. curl reports an empty reply. Send it again without Demo-Fault: 201, Idempotent-Replayed: true.",
            () => new LostAndRepeated()),
        new("race", "Two orders under one key",
            "Make POST /racy/orders write two orders for one and the same key.",
            [
                "It looks the key up, waits 300 ms of sandbox time, and only then writes.",
                "With the sandbox clock paused, those 300 ms last as long as you like.",
            ],
            "PUT sandbox/clock {\"rate\":1,\"paused\":true}. Send the same POST /racy/orders twice in the background, then POST sandbox/clock/advance {\"milliseconds\":300}: both answer 201, with different ids.",
            () => new TwoUnderOneKey()),
        new("busy", "Too early, and not the same",
            "While the first request with a key is still being worked on, get a 409 and a 422 for that key.",
            [
                "Demo-Fault: delay=5000 makes the work take five seconds of sandbox time.",
                "The same body is 409, another amount is 422, and neither waits for the first.",
            ],
            "Send POST /orders with a key and Demo-Fault: delay=5000 in the background. Send the same without Demo-Fault: 409 with Retry-After. Send it with \"quantity\":2: 422.",
            () => new BusyAndDifferent()),
        new("failure", "A failure that stays",
            "Get the same 500 twice under one key, although the second attempt asks for no fault.",
            [
                "What has begun is answered for good, a failure like a success.",
                "Demo-Fault: error-500 fails after the work has begun.",
            ],
            "POST /orders with a new key and Demo-Fault: error-500, then once more without Demo-Fault: the same bytes, and Idempotent-Replayed: true. A new key would buy.",
            () => new StoredFailure()),
    ];
}
