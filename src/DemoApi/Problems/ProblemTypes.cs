namespace Visualizer.DemoApi.Problems;

/// <summary>Every kind of error this API can answer, in the order of their status; each is a page under <c>/problems/</c>.</summary>
public static class ProblemTypes
{
    public static readonly ProblemType BadRequest = new("bad-request", 400, "Bad request",
        "The server could not read the request as HTTP: its framing, a header line or the end of its body is broken.",
        "Send the request again with an ordinary HTTP client; what it builds by itself is well-formed.");

    public static readonly ProblemType MalformedJson = new("malformed-json", 400, "Malformed JSON",
        "The body is not JSON: a comma, a quote or a brace is wrong, it ends too early, or there is no body at all.",
        "Run the body through a JSON parser; the detail names line and column of the first mistake.");

    public static readonly ProblemType InvalidBody = new("invalid-body", 400, "Unexpected JSON",
        "The body is JSON, but not the JSON this call reads: a member has the wrong kind, is unknown, or stands there twice.",
        "Compare each pointer in errors with the documentation: numbers are numbers, and no member may be invented.");

    public static readonly ProblemType InvalidParameter = new("invalid-parameter", 400, "Invalid query parameter",
        "A query parameter is missing, repeated, empty, of the wrong kind or out of its bounds.",
        "Send each parameter once, within the bounds that the detail names.");

    public static readonly ProblemType InvalidHeader = new("invalid-header", 400, "Invalid request header",
        "A request header is missing, repeated, empty, or does not have the form this call reads.",
        "Send the header once, in the form that the detail names.");

    public static readonly ProblemType InvalidCursor = new("invalid-cursor", 400, "Invalid cursor",
        "The cursor was changed, cut, made by another sandbox, or belongs to another list, sort or filter.",
        "Take a cursor as it came from next_cursor, prev_cursor or Link, and keep the other parameters; or begin at the first page.");

    public static readonly ProblemType IdempotencyKeyMissing = new("idempotency-key-missing", 400, "Idempotency key missing",
        "This call may be sent again after a lost answer, so it wants an Idempotency-Key to recognise the repetition.",
        "Choose one random key for each intent, and send the same key with each attempt.");

    public static readonly ProblemType IdempotencyKeyMalformed = new("idempotency-key-malformed", 400, "Idempotency key malformed",
        "The Idempotency-Key is empty, too long, sent twice, a list, or not plain ASCII.",
        "Send one quoted string of 1 to 255 visible characters, such as \"8e03978e-40d5-43dd-bc93-6894a57f9324\".");

    public static readonly ProblemType UnsupportedVersion = new("unsupported-version", 400, "Unsupported version",
        "The request names a version of the API that does not exist.",
        "Ask for one of the versions that the detail names.");

    public static readonly ProblemType ConflictingVersions = new("conflicting-versions", 400, "Conflicting versions",
        "The request names a version twice, or two places of it name different versions.",
        "Name the version in one place: the path, Accept, API-Version or ?version=.");

    public static readonly ProblemType InvalidRequest = new("invalid-request", 400, "Invalid credentials format",
        "The credentials are malformed or were sent in more than one way (RFC 6750 §3.1).",
        "Send exactly one header of the form: Authorization: Bearer <token>.");

    public static readonly ProblemType InvalidGrant = new("invalid-grant", 400, "Invalid grant",
        "The refresh token is unknown, expired, revoked or used before. Second use revokes its whole family (RFC 9700 §4.14).",
        "Log in again, and always keep the newest refresh token only.");

    public static readonly ProblemType Unauthorized = new("unauthorized", 401, "Authentication required",
        "Nobody knows who is asking: the call needs an access token and there is none.",
        "Get a token from POST /auth/token and send it as: Authorization: Bearer <token>.");

    public static readonly ProblemType InvalidToken = new("invalid-token", 401, "Invalid access token",
        "The access token is expired, revoked, meant for someone else, or its signature does not fit.",
        "Get a new token; if it is refused as well, the detail says which check it failed.");

    public static readonly ProblemType InvalidCredentials = new("invalid-credentials", 401, "Invalid credentials",
        "User name and password do not belong together. Which of the two is wrong is never said.",
        "Use one of the demo users that the documentation names.");

    public static readonly ProblemType Forbidden = new("forbidden", 403, "Forbidden",
        "The server knows who is asking, and that one may not do this. Logging in again changes nothing.",
        "Ask as a user whose role allows it.");

    public static readonly ProblemType NotFound = new("not-found", 404, "Not found",
        "No such thing is here; or it is hidden from the one who asks (RFC 9110 §15.5.4).",
        "Check the path and the id.");

    public static readonly ProblemType SandboxNotFound = new("sandbox-not-found", 404, "Sandbox not found",
        "The sandbox of this address has expired, was deleted, or never was.",
        "Make a new one with POST /api/sandboxes, or open a lab in the browser.");

    public static readonly ProblemType MethodNotAllowed = new("method-not-allowed", 405, "Method not allowed",
        "The address exists, but not for this method.",
        "Use one of the methods that the Allow header lists.");

    public static readonly ProblemType NotAcceptable = new("not-acceptable", 406, "Not acceptable",
        "None of the media types that Accept names can be produced here.",
        "Accept one of the media types that the detail names.");

    public static readonly ProblemType RequestTimeout = new("request-timeout", 408, "Request timeout",
        "The rest of the request did not arrive in time.",
        "Send the whole request without long pauses.");

    public static readonly ProblemType Conflict = new("conflict", 409, "Conflict",
        "The request is fine, but clashes with what the server holds right now: something like it exists already.",
        "Look at the present state, then change the request or leave it.");

    public static readonly ProblemType IdempotencyKeyInUse = new("idempotency-key-in-use", 409, "Request still in progress",
        "A request with the same idempotency key is being worked on at this moment.",
        "Wait as long as Retry-After says, then send the same request with the same key.");

    public static readonly ProblemType PatchTestFailed = new("patch-test-failed", 409, "Patch test failed",
        "A test operation of the JSON Patch did not hold, so none of its operations was applied (RFC 6902 §5).",
        "Read the present state and build the patch anew.");

    public static readonly ProblemType Gone = new("gone", 410, "Gone",
        "This version of the resource had a sunset date, and it has passed.",
        "Follow the successor-version in the Link header.");

    public static readonly ProblemType PreconditionFailed = new("precondition-failed", 412, "Precondition failed",
        "If-Match or If-None-Match named a state that is not the present one, so nothing was changed.",
        "Read the resource again, merge your change into it, and send it with the new ETag.");

    public static readonly ProblemType PayloadTooLarge = new("payload-too-large", 413, "Payload too large",
        "The body is larger than 64 KiB.",
        "Send less; repeating the same body will not help.");

    public static readonly ProblemType UnsupportedMediaType = new("unsupported-media-type", 415, "Unsupported media type",
        "The body's Content-Type is missing or is not one that this call reads.",
        "Send one of the media types that the Accept header of the answer lists.");

    public static readonly ProblemType ValidationError = new("validation-error", 422, "Validation failed",
        "The body could be read, but breaks a rule: something required is missing, out of range or of the wrong form.",
        "Mend every entry of errors; all of them are listed at once.");

    public static readonly ProblemType IdempotencyKeyReused = new("idempotency-key-reused", 422, "Idempotency key reused",
        "The idempotency key was used before, with a different request.",
        "Use a new key for a new intent, and the very same body for a repetition.");

    public static readonly ProblemType PreconditionRequired = new("precondition-required", 428, "Precondition required",
        "This change wants to know which state you have seen, so that nobody's work is overwritten (RFC 6585 §3).",
        "Read the resource, then send its ETag as If-Match; to create, send If-None-Match: *.");

    public static readonly ProblemType QuotaExceeded = new("quota-exceeded", 429, "Quota exceeded",
        "The limit that this lab teaches is used up for now.",
        "Wait as long as Retry-After says. RateLimit tells beforehand how much is left.");

    public static readonly ProblemType TooManyRequests = new("too-many-requests", 429, "Too many requests",
        "Too many sandboxes were made from your address. This is the house's own limit, not the lab's.",
        "Wait as long as Retry-After says, and use the sandbox you have.");

    public static readonly ProblemType InternalError = new("internal-error", 500, "Internal server error",
        "The server made a mistake; the request may have been fine.",
        "Report the trace_id: it stands in the server's log beside the cause, which is never told to a client.");

    public static readonly ProblemType ServiceUnavailable = new("service-unavailable", 503, "Service unavailable",
        "The server cannot answer at the moment.",
        "Try again later.");

    public static readonly ProblemType TooManySandboxes = new("too-many-sandboxes", 503, "Too many sandboxes",
        "The house is full: as many sandboxes are alive as it can hold.",
        "Wait as long as Retry-After says; idle sandboxes are cleared away.");

    public static readonly ProblemType TooManyHeldRequests = new("too-many-held-requests", 503, "Too many held requests",
        "As many requests wait on the clock of this sandbox as it allows (64).",
        "Advance or resume the sandbox clock, or wait for the held requests to end.");

    public static readonly ProblemType HeldRequestOverdue = new("held-request-overdue", 503, "Held request overdue",
        "The request waited on the sandbox clock for 60 real seconds and its moment did not come.",
        "Advance or resume the sandbox clock, then try again.");

    public static readonly ProblemType HeldRequestInterrupted = new("held-request-interrupted", 503, "Held request interrupted",
        "The request was waiting on the sandbox clock when the sandbox was reset or deleted.",
        "Send it again if it still makes sense in the new state.");

    public static readonly ProblemType NotReady = new("not-ready", 503, "Not ready yet",
        "What this call reads is still being made, once for everybody.",
        "Wait as long as Retry-After says and ask again; details tell how far it is.");

    public static readonly ProblemType ReplicaBehind = new("replica-behind", 503, "Replica behind",
        "The node that was asked has not received the write that the Consistency-Token stands for, and waiting did not help.",
        "Wait as long as Retry-After says, or read from the primary.");

    public static readonly ProblemType QuorumUnreachable = new("quorum-unreachable", 503, "Quorum unreachable",
        "Too few nodes can be reached to read or write as the policy wants. Nothing was written anywhere.",
        "Heal the partition, or choose a weaker policy.");

    public static readonly ProblemType GatewayTimeout = new("gateway-timeout", 504, "Gateway timeout",
        "The cache holds nothing it may serve and must not, or could not, ask the origin (RFC 9111 §5.2).",
        "Send the request without only-if-cached, or when the origin can be reached again.");

    /// <summary>The whole list, in the order above.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        BadRequest, MalformedJson, InvalidBody, InvalidParameter, InvalidHeader, InvalidCursor, IdempotencyKeyMissing,
        IdempotencyKeyMalformed, UnsupportedVersion, ConflictingVersions, InvalidRequest, InvalidGrant,
        Unauthorized, InvalidToken, InvalidCredentials, Forbidden, NotFound, SandboxNotFound, MethodNotAllowed, NotAcceptable,
        RequestTimeout, Conflict, IdempotencyKeyInUse, PatchTestFailed, Gone, PreconditionFailed, PayloadTooLarge,
        UnsupportedMediaType, ValidationError, IdempotencyKeyReused, PreconditionRequired, QuotaExceeded, TooManyRequests,
        InternalError, ServiceUnavailable, TooManySandboxes, TooManyHeldRequests, HeldRequestOverdue, HeldRequestInterrupted,
        NotReady, ReplicaBehind, QuorumUnreachable, GatewayTimeout,
    ];

    private static readonly Dictionary<string, ProblemType> BySlug = All.ToDictionary(type => type.Slug, StringComparer.Ordinal);

    /// <summary>The type whose address ends in <paramref name="slug"/>, or null.</summary>
    public static ProblemType? Find(string slug) => BySlug.GetValueOrDefault(slug);

    /// <summary>What an answer that names nothing but its status means here, or null where no type has that status.</summary>
    internal static ProblemType? ForStatus(int status) => status switch
    {
        404 => NotFound,
        _ => All.FirstOrDefault(type => type.Status == status),
    };
}
