namespace Visualizer.DemoApi.Labs;

/// <summary>The source of the labs' cores as it was when this assembly was compiled from it.</summary>
public static class CoreSource
{
    /// <summary>The text of one file of a lab's core, with line feeds alone: <c>Read("RateLimiting", "FixedWindow.cs")</c>.</summary>
    /// <exception cref="FileNotFoundException">The lab's core has no such file; names are case-sensitive.</exception>
    public static string Read(string lab, string file)
    {
        var name = $"core/{lab}/Core/{file}";
        using var stream = typeof(CoreSource).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("No such core source.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
