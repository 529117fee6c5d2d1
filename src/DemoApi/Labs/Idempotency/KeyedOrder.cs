using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Identity;
using Visualizer.DemoApi.Labs.Idempotency.Core;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.Idempotency;

/// <summary>An order that is asked for under a key: read and checked before any key is looked at, so that a bad request burns none.</summary>
internal sealed record KeyedOrder(KeyScope Scope, Fingerprint Fingerprint, OrderWish Wish)
{
    public const string Header = "Idempotency-Key";

    public static async ValueTask<Read<KeyedOrder>> ReadAsync(HttpContext http, string route)
    {
        var body = await JsonBody.ReadAsync<JsonElement>(http);
        if (body.Problem is { } unreadable)
            return unreadable;
        var order = JsonBody.As<NewOrder>(body.Value);
        if (order.Problem is { } misshapen)
            return misshapen;
        var key = Key(http.Request);
        if (key.Problem is { } nameless)
            return nameless;
        var wish = OrderWish.Of(order.Value);
        if (wish.Problem is { } invalid)
            return invalid;
        var scope = new KeyScope(http.Subject()?.Id ?? "", http.Request.Method, route, key.Value.Text);
        return new KeyedOrder(scope, Fingerprint.Of(scope, body.Value), wish.Value);
    }

    private static Read<IdempotencyKey> Key(HttpRequest request)
    {
        var lines = request.Headers[Header];
        if (lines.Count == 0)
        {
            return Problem.Of(ProblemTypes.IdempotencyKeyMissing, Violation.InHeader(Header,
                $"{Header} is required: choose one for each intent, and send the same one with every attempt."));
        }

        return lines.Count == 1 && IdempotencyKey.Parse(lines[0] ?? "") is { } key
            ? key
            : Problem.Of(ProblemTypes.IdempotencyKeyMalformed, Violation.InHeader(Header,
                $"{Header} must be given once: a quoted string, or visible ASCII without quotes, commas and semicolons, of 1 to {IdempotencyKey.MaxLength} characters."));
    }
}
