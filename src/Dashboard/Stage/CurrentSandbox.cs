using Microsoft.AspNetCore.Components;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Sandboxes;

namespace Visualizer.Dashboard.Stage;

/// <summary>The sandbox of this page, read off its address. It lends out the journal and nothing else: a page acts by HTTP only.</summary>
public sealed class CurrentSandbox(NavigationManager navigation, SandboxStore store)
{
    /// <summary>The id in the page's base address.</summary>
    /// <exception cref="InvalidOperationException">The page lies outside of sandboxes.</exception>
    public string Id => Address.Segments is [_, "s/", var id, ..]
        ? id.TrimEnd('/')
        : throw new InvalidOperationException("This page lies outside of sandboxes.");

    /// <summary>The base address of the sandbox as this page's visitor sees it, with a slash at its end.</summary>
    public Uri Address => new(navigation.BaseUri);

    /// <summary>The journal, or null where the sandbox has ended.</summary>
    public Journal? Journal => store.TryUse(Id, out var sandbox) ? sandbox.Journal : null;
}
