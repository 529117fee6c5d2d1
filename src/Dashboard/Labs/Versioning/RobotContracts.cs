namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>What the old app was built with, when there was one version: the name is a text.</summary>
internal sealed record OldAppUser(long Id, string Email, string Username, string Name, DateTimeOffset CreatedAt);

/// <summary>What the web client was built with: the name is an object.</summary>
internal sealed record WebUser(long Id, string Email, string Username, WebName Name, DateTimeOffset CreatedAt);

internal sealed record WebName(string First, string Last);

/// <summary>What the nightly script was written with. It names no version; what came then was version 1.</summary>
internal sealed record ScriptUser(long Id, string Username, string Name);
