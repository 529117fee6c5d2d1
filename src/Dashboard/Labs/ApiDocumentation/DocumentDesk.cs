using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Visualizer.Dashboard.Http;
using Visualizer.DemoApi.Labs.ApiDocumentation;

namespace Visualizer.Dashboard.Labs.ApiDocumentation;

/// <summary>The document under the learner's hands: its text, what is mended, and what the linter says of it.</summary>
public sealed class DocumentDesk(ApiDocumentationClient client)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private JsonNode? sound;

    /// <summary>The text; empty until it was fetched.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Why the text cannot be used, in one sentence; null where it can.</summary>
    public string? Fault { get; private set; }

    public IReadOnlyList<LintFinding> Findings { get; private set; } = [];

    public IReadOnlyList<string> BreakingChanges { get; private set; } = [];

    /// <summary>The defects that were mended by a button.</summary>
    public IReadOnlyCollection<string> Mended => mended;

    private readonly HashSet<string> mended = new(StringComparer.Ordinal);

    /// <summary>Fetches the document afresh.</summary>
    public async Task OpenAsync(IEnumerable<string> alreadyMended)
    {
        mended.Clear();
        mended.UnionWith(alreadyMended.Where(key => Defects.All.Any(defect => defect.Key == key)));
        var answer = await client.DocumentAsync(mended);
        sound = (await client.DocumentAsync(["all"])) is { Succeeded: true } whole ? JsonNode.Parse(whole.Body) : null;
        await EditAsync(answer.Succeeded ? answer.Body : "");
    }

    /// <summary>Takes the learner's text, and reads it again.</summary>
    public async Task EditAsync(string text)
    {
        (Text, Fault) = (text, FaultOf(text));
        if (Fault is not null)
            return;
        var answer = await client.StrangerAsync(text, send: false);
        if (answer.Succeeded && answer.Read<StrangerReport>() is { } report)
            (Findings, BreakingChanges) = (report.Findings, report.BreakingChanges);
        else
            Fault = ReasonOf(answer);
    }

    /// <summary>Puts the true member of one operation back into the text; everything else stays as the learner left it.</summary>
    public Task MendAsync(Defect defect)
    {
        if (Fault is not null || sound?["paths"]?[defect.Path]?[defect.Method]?[defect.Member] is not { } right)
            return Task.CompletedTask;
        var document = JsonNode.Parse(Text)!;
        if (document["paths"]?[defect.Path]?[defect.Method] is not JsonObject operation)
            return Task.CompletedTask;
        operation[defect.Member] = right.DeepClone();
        Complete(document);
        // Two defects of one member are mended together.
        mended.UnionWith(Defects.All.Where(other => (other.Path, other.Method, other.Member) == (defect.Path, defect.Method, defect.Member)).Select(other => other.Key));
        return EditAsync(document.ToJsonString(Readable));
    }

    /// <summary>Sends the stranger in; what it brings back is told by the journal.</summary>
    public Task SendAsync() => Fault is null && Text.Length > 0 ? client.StrangerAsync(Text, send: true) : Task.CompletedTask;

    // What is put back may refer to components that the flawed text did not need.
    private void Complete(JsonNode document)
    {
        foreach (var (kind, all) in sound!["components"] as JsonObject ?? [])
        {
            var components = (document["components"] ??= new JsonObject()).AsObject();
            var here = (components[kind] ??= new JsonObject()).AsObject();
            foreach (var (name, component) in all as JsonObject ?? [])
                here[name] ??= component?.DeepClone();
        }
    }

    private static string? FaultOf(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject ? null : "This is no JSON object.";
        }
        catch (JsonException wrong)
        {
            return $"This is not JSON: line {wrong.LineNumber + 1}, column {wrong.BytePositionInLine + 1}.";
        }
    }

    private static string ReasonOf(Exchange answer) => answer.Failure ?? (JsonNode.Parse(answer.Body.Length > 0 ? answer.Body : "{}")?["detail"]?.GetValue<string>() ?? $"The API answered {answer.Status}.");
}
