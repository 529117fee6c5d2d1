using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.ApiDocumentation;

/// <summary>The page composes: the desk holds the document, the stranger tries it, the journal tells what came back.</summary>
public sealed partial class ApiDocumentationPage(ApiDocumentationClient client)
{
    private DocumentDesk? desk;

    public override Lab Lab { get; } = LabCatalog.Find(ApiDocumentationView.Slug)!;

    public override Lesson Lesson => ApiDocumentationLesson.Lesson;

    /// <summary>The defects that are mended: <c>vague-id.untagged</c>. What was typed beyond that is this page's alone.</summary>
    [SupplyParameterFromQuery(Name = "mended")] public string? Mended { get; set; }

    protected override ApiDocumentationView NewLabView() => new();

    private DocumentDesk Desk => desk ??= new(client);

    private Task Send() => AloneAsync(_ => Desk.SendAsync());

    private string Sentence => Now.Report is { } report
        ? $"With this document alone, {report.Callable} of {report.Operations.Count} operations can be called."
        : "Could a stranger use this API with nothing but its document?";

    protected override async Task StartAsync()
    {
        await Desk.OpenAsync((Mended ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries));
        StateHasChanged();
    }

    private void Remember() => Write(("mended", Desk.Mended.Count > 0 ? string.Join('.', Desk.Mended.Order(StringComparer.Ordinal)) : null));
}
