using Visualizer.DemoApi.Problems;

namespace Visualizer.DemoApi.Identity;

/// <summary>How the gate answered a request that it did not let in: a feature of the request, for whoever tells about it.</summary>
/// <param name="Known">True where it was known who asked, and that one may not.</param>
internal sealed record AccessRefusal(bool Known, Problem Problem);
