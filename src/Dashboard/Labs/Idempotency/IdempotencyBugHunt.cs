using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>A key store as it is often written, with the client that goes with it, and what is wrong with them.</summary>
internal static class IdempotencyBugHunt
{
    public static readonly BugHunt Hunt = new(
        "Idempotency keys in twenty lines, and the client that sends them.",
        """
        // the server
        static readonly Dictionary<string, Order> done = [];

        app.MapPost("/orders", async (NewOrder wish, HttpRequest request, Shop shop) =>
        {
            var key = request.Headers["Idempotency-Key"].ToString();
            if (done.TryGetValue(key, out var known))
                return Results.Ok(known);
            var order = await shop.PlaceAsync(wish);
            done[key] = order;
            return Results.Created($"/orders/{order.Id}", order);
        });

        // the client
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            request.Headers.Add("Idempotency-Key", $"{cart.Id}-attempt-{attempt}");
            await TrySendAsync(request);
        }
        """,
        [
            new(2, "In memory, without an end: a restart forgets every key, and a server that runs for long enough is filled by them. Keys need a table and an expiry."),
            new(6, "A missing header becomes an empty key, which all careless clients share; and two clients with the same key share each other’s orders. Refuse with 400, and keep keys by client."),
            new(7, "Looked up here, stored four lines later: two requests at once both find nothing and both buy. Claim the key in the same step that looks it up."),
            new(8, "Another amount under the same key gets the old answer as if it were its own: compare a fingerprint, answer 422. And a 201 is repeated as 201 with its Location, with a mark that it is a repetition."),
            new(9, "If this throws, nothing is stored, and the client never learns whether the order was placed. A failure after the work has begun is an answer, too."),
            new(10, "Stored after the order was committed: a crash between the two lines leaves an order that no retry will recognise. One transaction holds both, or neither."),
            new(17, "A new key for each attempt is no key at all. Choose it once per intent, before the first attempt."),
        ]);
}
