using System.Text.Json;
using Visualizer.Dashboard.Http;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>What of an answer shows the claim.</summary>
internal static class ClaimProof
{
    /// <summary>The header to look at, and the version.</summary>
    public static string Header(Exchange answer, string name) =>
        name.Length == 0 ? "" : answer.Header(name) is { } value ? $"{name}: {value}" : $"no {name}";

    /// <summary>The name as it came, or what the problem says.</summary>
    public static string Body(Exchange answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var root = document.RootElement;
            return root.ValueKind is not JsonValueKind.Object ? ""
                : root.TryGetProperty("name", out var name) ? $"\"name\": {name.GetRawText()}"
                : root.TryGetProperty("detail", out var detail) ? detail.ToString()
                : "";
        }
        catch (JsonException)
        {
            return answer.Failure ?? "";
        }
    }
}
