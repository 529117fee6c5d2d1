namespace Visualizer.DemoApi.Data.Archive;

/// <summary>Where the archive lies. Section <c>Archive</c> of the configuration.</summary>
public sealed class ArchiveOptions
{
    public const string Section = "Archive";

    /// <summary>The folder that holds its file (about 110 MB); it is made where it is not there.</summary>
    public string Folder { get; set; } = Path.Combine(Path.GetTempPath(), $"visualizer-{Environment.UserName}");
}
