using System.Diagnostics;
using Visualizer.Tests.Support;

namespace Visualizer.DemoApi.Tests.Documentation;

/// <summary>Spectral with every rule and Redocly's strict rules. Needs Node.js; leave it out with <c>--filter Needs!=node</c>.</summary>
[Trait("Needs", "node")]
public sealed class LinterTests(DocumentedApi documented, House house) : IClassFixture<DocumentedApi>, IClassFixture<House>
{
    [Fact]
    public async Task DocumentOfTheHardestCalls_HasNoFindings() => Assert.Equal((0, ""), await LintAsync(documented.Text));

    [Fact]
    public async Task DocumentOfTheHouse_HasNoFindings()
    {
        using var guest = await house.GuestAsync();

        Assert.Equal((0, ""), await LintAsync((await guest.GetAsync("/openapi.json")).Body));
        Assert.Equal((0, ""), await LintAsync((await guest.GetAsync("api/openapi.json")).Body));
    }

    [Fact]
    public async Task DocumentWithADefect_HasFindings()
    {
        var (exit, output) = await LintAsync(documented.Text.Replace("\"operationId\": \"takeToken\"", "\"operationId\": \"getUser\""));

        Assert.Equal(1, exit);
        Assert.Contains("operation-operationId-unique", output);
    }

    private static async Task<(int Exit, string Output)> LintAsync(string document)
    {
        var folder = Directory.CreateTempSubdirectory("openapi-");
        var file = Path.Combine(folder.FullName, "openapi.json");
        await File.WriteAllTextAsync(file, document);
        using var lint = Process.Start(new ProcessStartInfo("bash", [Script(), file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await Task.WhenAll(lint.StandardOutput.ReadToEndAsync(), lint.StandardError.ReadToEndAsync());
        await lint.WaitForExitAsync();
        folder.Delete(recursive: true);
        return (lint.ExitCode, lint.ExitCode == 0 ? "" : string.Concat(output));
    }

    private static string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Visualizer.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "linters", "lint.sh");
    }
}
