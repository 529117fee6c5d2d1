using System.Text.RegularExpressions;

namespace Visualizer.DemoApi.Tests;

/// <summary>The walls between the rooms, read off the sources: what a folder's files import or name.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void Core_KnowsTheBaseClassLibraryOnly() =>
        AssertWalls("src/DemoApi", file => file.Contains("/Core/", StringComparison.Ordinal), (file, name) =>
            name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || (name.StartsWith("Visualizer.", StringComparison.Ordinal)
                && !name.StartsWith($"Visualizer.DemoApi.Labs.{LabOf(file)}.Core", StringComparison.Ordinal)
                && !SharedCore().IsMatch(name))); // the core of a shared room is as pure as a lab's

    [Fact]
    public void CoreOfTheSharedCache_KnowsTheBaseClassLibraryOnly() => AssertWalls("src/DemoApi/SharedCache/Core", _ => true, (_, name) =>
        name.StartsWith("Microsoft.", StringComparison.Ordinal)
        || (name.StartsWith("Visualizer.", StringComparison.Ordinal) && !name.StartsWith("Visualizer.DemoApi.SharedCache.Core", StringComparison.Ordinal)));

    [Fact]
    public void LabOfTheApi_KnowsNoOtherLab() => AssertWalls("src/DemoApi/Labs", _ => true, (file, name) => IsOtherLab(name, LabOf(file)));

    [Fact]
    public void DemoApi_DoesNotKnowTheDashboard() =>
        AssertWalls("src/DemoApi", _ => true, (_, name) => name.StartsWith("Visualizer.Dashboard", StringComparison.Ordinal));

    [Fact]
    public void RoomsUnderTheLabs_KnowNoLab() => AssertWalls(
        "src/DemoApi",
        file => !file.Contains("/Labs/", StringComparison.Ordinal) && !file.EndsWith("/DemoApi.cs", StringComparison.Ordinal),
        (_, name) => name.StartsWith("Visualizer.DemoApi.Labs", StringComparison.Ordinal));

    [Fact]
    public void LabOfTheDashboard_KnowsItsOwnContractsAndNoCore() => AssertWalls("src/Dashboard/Labs", _ => true, (file, name) =>
        IsOtherLab(name, LabOf(file)) || IsCore(name) || name.StartsWith("Visualizer.DemoApi.Data", StringComparison.Ordinal));

    [Fact]
    public void Stage_KnowsNoLab() => AssertWalls("src/Dashboard/Stage", _ => true, (_, name) => name.Contains(".Labs.", StringComparison.Ordinal) || IsCore(name));

    [Fact]
    public void Walls_AreSeenWhenBroken()
    {
        Assert.True(IsOtherLab("Visualizer.DemoApi.Labs.Pagination", "RateLimiting"));
        Assert.False(IsOtherLab("Visualizer.DemoApi.Labs.RateLimiting.Core", "RateLimiting"));
        Assert.Equal(["A.B", "Visualizer.DemoApi.Data.Item"], Names("using A.B;\nvar x = new Visualizer.DemoApi.Data.Item();"));
    }

    private static void AssertWalls(string folder, Func<string, bool> of, Func<string, string, bool> forbidden)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root, folder), "*.*", SearchOption.AllDirectories)
            .Select(f => f.Replace('\\', '/'))
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && of(f))
            .ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => Names(File.ReadAllText(file)).Where(name => forbidden(file, name)).Select(name => $"{file}: {name}")));
    }

    private static IEnumerable<string> Names(string source) =>
        Imports().Matches(source).Select(m => m.Groups[1].Value).Concat(Mentions().Matches(source).Select(m => m.Value)).Distinct(StringComparer.Ordinal);

    private static string LabOf(string file) => LabFolder().Match(file).Groups[1].Value;

    private static bool IsOtherLab(string name, string lab) => LabNamespace().Match(name) is { Success: true } match && match.Groups[1].Value != lab;

    private static bool IsCore(string name) => name.StartsWith("Visualizer.DemoApi.Labs", StringComparison.Ordinal) && name.Contains(".Core", StringComparison.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Visualizer.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"^\s*@?(?:global )?using (?:static )?([A-Z][\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Imports();

    [GeneratedRegex(@"(?<=[^\w.]|^)Visualizer\.[\w.]+(?=\W)(?<!^namespace [\w.]*)", RegexOptions.Multiline)]
    private static partial Regex Mentions();

    [GeneratedRegex(@"^Visualizer\.DemoApi\.(?!Labs\b)\w+\.Core\b")]
    private static partial Regex SharedCore();

    [GeneratedRegex(@"/Labs/(\w+)/")]
    private static partial Regex LabFolder();

    [GeneratedRegex(@"^Visualizer\.\w+\.Labs\.(\w+)")]
    private static partial Regex LabNamespace();
}
