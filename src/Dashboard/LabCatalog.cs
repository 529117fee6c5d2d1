namespace Visualizer.Dashboard;

/// <summary>One lab as the shell knows it: its address, its place in the teaching order, the interview question it answers, and its nickname.</summary>
public sealed record Lab(int Number, string Slug, string Title, string Question, string Nick, bool Built = false)
{
    /// <summary>The door to a fresh sandbox; a link to it leaves the present one, so it carries <c>data-enhance-nav="false"</c>.</summary>
    public string Address => $"/labs/{Slug}";
}

/// <summary>The ten labs in teaching order: one line a lab, no scanning.</summary>
internal static class LabCatalog
{
    public static IReadOnlyList<Lab> All { get; } =
    [
        new(1, "idempotency", "Idempotency", "Why may a client repeat a PUT or a DELETE, but not a plain POST?", "The error that worked", Built: true),
        new(2, "pagination", "Pagination", "Offset or cursor: which survives when rows arrive while you read?", "41 you have seen before", Built: true),
        new(3, "versioning", "Versioning", "Where does an API name its version, and who breaks when that moves?", "Who broke at 10:02?", Built: true),
        new(4, "rate-limiting", "Rate limiting", "How would you limit a client’s rate, and what does a token bucket do that a fixed window cannot?", "Twice the limit, legally", Built: true),
        new(5, "error-contracts", "Error contracts", "400, 401, 403, 409 or 422: which one, and which comes first?", "Eight gates"),
        new(6, "http-caching", "HTTP caching", "What does Cache-Control decide, what does an ETag prove, and why do you want both?", "no-cache caches", Built: true),
        new(7, "jwt-security", "JWT security", "What may you put into a token, and what must be checked before it is believed?", "Four doors, one forged key", Built: true),
        new(8, "n-plus-one", "N+1 queries", "Why does a list of 20 orders ask the database 41 questions?", "Same bytes, 41 questions", Built: true),
        new(9, "api-documentation", "API documentation", "Could a stranger use your API with nothing but its document?", "The stranger test"),
        new(10, "consistency", "Consistency", "When is it fine that a read is a little old, and when is it not?", "Where did my comment go?", Built: true),
    ];

    public static Lab? Find(string? slug) => All.FirstOrDefault(lab => string.Equals(lab.Slug, slug, StringComparison.Ordinal));
}
