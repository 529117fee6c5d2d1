namespace Visualizer.DemoApi.Labs.ErrorContracts.Core;

/// <summary>
/// Which error first: eight gates, one behind the other. A status says where a request was stopped, not what is worst about it.
/// Cheap questions come before dear ones, and who is asking comes before anything that a stranger should not learn.
/// </summary>
internal static class Gates
{
    public static readonly Gate Route = new(1, "Route", "Is there such an address, and does it know this method?", "RFC 9110 §15.5.5, §15.5.6",
        new(404, "nothing is at this address"), new(405, "the address knows other methods: see Allow"));

    public static readonly Gate Who = new(2, "Who", "Who are you?", "RFC 9110 §15.5.2, RFC 6750 §3.1",
        new(400, "the credentials are no credentials"), new(401, "no token, or none that can be believed"));

    public static readonly Gate May = new(3, "May", "May you do this?", "RFC 9110 §15.5.4",
        new(403, "known, and not allowed"), new(404, "the same, and even that is not told"));

    public static readonly Gate Quota = new(4, "Quota", "Have you not asked too often?", "RFC 6585 §4",
        new Refusal(429, "the quota of this window is spent"));

    public static readonly Gate Readable = new(5, "Body", "Can the body be read at all?", "RFC 9110 §15.5.16, §15.5.14, §15.5.1",
        new(415, "another media type"), new(413, "too large"), new(400, "not JSON, or not this JSON"));

    public static readonly Gate Exists = new(6, "Exists", "Is the thing there that it is about?", "RFC 9110 §15.5.5",
        new Refusal(404, "no such thing"));

    public static readonly Gate Fresh = new(7, "Fresh", "Have you seen the state that you replace?", "RFC 6585 §3, RFC 9110 §15.5.13",
        new(428, "you did not say which state you have seen"), new(412, "it has changed since"));

    public static readonly Gate Valid = new(8, "Valid", "Does what you ask keep the rules?", "RFC 9110 §15.5.21, §15.5.10",
        new(422, "readable, but against the rules"), new(409, "fine by itself, but it clashes with what is there"));

    /// <summary>In the order in which they are asked. Behind the last one only our own fault is left: 500.</summary>
    public static IReadOnlyList<Gate> All { get; } = [Route, Who, May, Quota, Readable, Exists, Fresh, Valid];
}
