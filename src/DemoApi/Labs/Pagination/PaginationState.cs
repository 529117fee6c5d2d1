using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.DemoApi.Labs.Pagination;

/// <summary>What the lab keeps in a sandbox beside the rows themselves.</summary>
internal sealed class PaginationState : ILabState<PaginationState>
{
    public static string Lab => PaginationLab.Slug;

    /// <summary>Read or change the list and tell the journal in one step, so that the journal's order is the order in which it happened.</summary>
    public Lock Gate { get; } = new();

    public static PaginationState Create(Sandbox sandbox) => new();
}
