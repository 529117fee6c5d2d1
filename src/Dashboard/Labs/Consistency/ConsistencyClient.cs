using System.Globalization;
using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>The lab's calls, as any client makes them; each under the name of the client that it plays.</summary>
public sealed class ConsistencyClient(ApiClient api)
{
    /// <summary>Who the page is when it acts for the learner.</summary>
    public const string Page = "page";

    private const string TokenHeader = "Consistency-Token";

    public Task<Exchange> CommentAsync(string text, string client = Page) =>
        api.SendAsync(HttpMethod.Post, "api/posts", new NewPost("A comment", text), Headers(client, null));

    public Task<Exchange> ChangeAsync(long post, string text, string client = Page) =>
        api.SendAsync(HttpMethod.Put, $"api/posts/{post}", new NewPost("A comment", text), Headers(client, null));

    public Task<Exchange> LikeAsync(long post, string client = Page) =>
        api.SendAsync(HttpMethod.Post, $"api/posts/{post}/likes", headers: Headers(client, null));

    /// <param name="token">The state the client has seen, as an lsn; sent where the choice asks for one.</param>
    public Task<Exchange> ReadAsync(long post, ReadChoice choice, long token = 0, string client = Page) =>
        ReadAsync(post, choice.Query, choice.Token is ReadToken.None ? null : token, client);

    public Task<Exchange> ReadAsync(long post, string query, long? token = null, string client = Page) =>
        api.SendAsync(HttpMethod.Get, $"api/posts/{post}{query}", headers: Headers(client, token));

    public Task<Exchange> ConfigureAsync(ReplicationSetting setting) => api.SendAsync(HttpMethod.Put, "sandbox/replication", setting);

    /// <summary>What a feature needs; null where there is no answer.</summary>
    public async Task<FeatureVerdict?> TryAsync(string feature) =>
        (await api.SendAsync(HttpMethod.Get, $"sandbox/replication/trials/{feature}")).Read<FeatureVerdict>();

    /// <summary>The state that an answer stands for; 0 where it says none.</summary>
    public static long TokenOf(Exchange answer) =>
        answer.Header(TokenHeader) is { } text && long.TryParse(text.Trim('"').AsSpan(4), CultureInfo.InvariantCulture, out var lsn) ? lsn : 0;

    private static List<HeaderLine> Headers(string client, long? token)
    {
        List<HeaderLine> headers = [new("Client-Id", client)];
        if (token is { } lsn)
            headers.Add(new(TokenHeader, $"\"lsn:{lsn}\""));
        return headers;
    }
}
