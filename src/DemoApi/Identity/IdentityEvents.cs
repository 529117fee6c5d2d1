using Visualizer.DemoApi.Journal;

namespace Visualizer.DemoApi.Identity;

/// <summary>A request was turned away before its handler: its credentials were missing, malformed, invalid, or not enough.</summary>
/// <param name="Status">400, 401, 403, or 404 where the refusal is hidden.</param>
/// <param name="Check">The first check that the token failed, or null where none was asked.</param>
public sealed record AccessRefused(int Status, string? Check, string Why) : IEventData;
