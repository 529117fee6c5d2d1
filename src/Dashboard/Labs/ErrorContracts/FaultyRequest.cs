using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>One change of a user, with everything wrong with it that was chosen.</summary>
internal sealed record FaultyRequest(HttpMethod Method, string Path, HttpContent Content, IReadOnlyList<HeaderLine> Headers)
{
    /// <summary>The user who is changed.</summary>
    public const int User = 7;

    /// <summary>Whose address a duplicate takes.</summary>
    public const int Other = 8;

    /// <summary>An id that nobody has.</summary>
    public const int Nobody = 4711;

    /// <param name="token">The sender's, or null.</param>
    /// <param name="tag">Names the state that the sender has seen.</param>
    /// <param name="taken">An address that somebody has; needed for a duplicate alone.</param>
    public static FaultyRequest Of(IReadOnlyList<Fault> faults, string? token, string tag, string? taken)
    {
        List<HeaderLine> headers = [new("If-Match", faults.Contains(Fault.StaleVersion) ? "\"v1-of-yesterday\"" : tag)];
        if (token is not null)
            headers.Add(new("Authorization", $"Bearer {token}"));
        if (faults.Contains(Fault.ServerBug))
            headers.Add(new("Demo-Fault", "error-500"));
        if (faults.Count > 0)
            headers.Add(new(Fault.Header, string.Join(", ", faults.Select(fault => fault.Key))));
        return new(
            faults.Contains(Fault.WrongMethod) ? HttpMethod.Delete : HttpMethod.Put,
            $"api/admin/users/{(faults.Contains(Fault.UnknownId) ? Nobody : User)}",
            new StringContent(Body(faults, taken), Encoding.UTF8, new MediaTypeHeaderValue(faults.Contains(Fault.WrongMediaType) ? "text/plain" : "application/json")),
            headers);
    }

    // An invalid field is two at once, so that the answer can show that it lists both.
    private static string Body(IReadOnlyList<Fault> faults, string? taken)
    {
        var invalid = faults.Contains(Fault.InvalidField);
        var email = faults.Contains(Fault.Duplicate) && taken is not null ? taken : invalid ? "ada at example" : "ada.seven@example.com";
        var json = JsonSerializer.Serialize(new { email, username = invalid ? "a!" : "adaseven" });
        return faults.Contains(Fault.MalformedJson) ? json[..^1] : json;
    }
}
