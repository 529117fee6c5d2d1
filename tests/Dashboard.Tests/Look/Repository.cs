namespace Visualizer.Dashboard.Tests.Look;

/// <summary>The sources beside the tests, for rules about files.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot(string from) =>
        File.Exists(Path.Combine(from, "Visualizer.sln")) ? from : FindRoot(Directory.GetParent(from)?.FullName ?? throw new InvalidOperationException("No Visualizer.sln above the tests."));
}
