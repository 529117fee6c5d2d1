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

    /// <summary>There is a text, or a reason why there is none: the learner may have emptied it.</summary>
    public bool Fetched => Text.Length > 0 || Fault is not null;

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
        if (text != Text)
            return; // the learner has gone on; what is said of the older text comes too late
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
        var document = JsonNode.Parse(Text)!.AsObject();
        if (Member(Member(Member(document, "paths"), defect.Path), defect.Method) is not { } operation)
            return Task.CompletedTask; // the learner took it out
        operation[defect.Member] = right.DeepClone();
        Complete(document);
        // Two defects of one member are mended together.
        mended.UnionWith(Defects.All.Where(other => (other.Path, other.Method, other.Member) == (defect.Path, defect.Method, defect.Member)).Select(other => other.Key));
        return EditAsync(document.ToJsonString(Readable));
    }

    /// <summary>Sends the stranger in; what it brings back is told by the journal.</summary>
    public Task SendAsync() => Fault is null && Text.Length > 0 ? client.StrangerAsync(Text, send: true) : Task.CompletedTask;

    // What is put back may refer to components that the flawed text did not need.
    private void Complete(JsonObject document)
    {
        foreach (var (kind, all) in sound!["components"] as JsonObject ?? [])
        {
            var components = Member(document, "components") ?? Put(document, "components");
            var here = Member(components, kind) ?? Put(components, kind);
            foreach (var (name, component) in all as JsonObject ?? [])
                here[name] ??= component?.DeepClone();
        }
    }

    // The text is the learner's: where an object belongs there may be anything.
    private static JsonObject? Member(JsonObject? holder, string name) => holder?[name] as JsonObject;

    private static JsonObject Put(JsonObject holder, string name)
    {
        var fresh = new JsonObject();
        holder[name] = fresh;
        return fresh;
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
