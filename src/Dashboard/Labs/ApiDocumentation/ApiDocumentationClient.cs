using System.Text;
using System.Text.Json.Nodes;
using Visualizer.Dashboard.Http;

namespace Visualizer.Dashboard.Labs.ApiDocumentation;

/// <summary>The lab's calls, as any client makes them.</summary>
public sealed class ApiDocumentationClient(ApiClient api)
{
    /// <summary>The flawed document, with some defects mended.</summary>
    public Task<Exchange> DocumentAsync(IReadOnlyCollection<string> mended) =>
        api.SendAsync(HttpMethod.Get, "api/openapi.flawed.json" + (mended.Count == 0 ? "" : $"?mend={string.Join(',', mended)}"));

    /// <summary>Sends a document to be read, and a stranger in with it.</summary>
    /// <param name="document">JSON text that was seen to parse.</param>
    public Task<Exchange> StrangerAsync(string document, bool send)
    {
        var body = new JsonObject { ["document"] = JsonNode.Parse(document), ["send"] = send }.ToJsonString(); // without the white space that people read
        return api.SendAsync(HttpMethod.Post, "api/documents/stranger", new StringContent(body, Encoding.UTF8, "application/json"));
    }
}
