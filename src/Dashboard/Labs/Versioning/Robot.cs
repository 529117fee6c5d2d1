using Visualizer.DemoApi.Journal;

namespace Visualizer.Dashboard.Labs.Versioning;

/// <summary>A client with a parser of its own. Any request that says <c>Client-Id</c> with its key is its request, whoever sent it.</summary>
/// <param name="Names">The version it asks for; null for one that never thought of it.</param>
/// <param name="Wants">The name as its contract has it.</param>
/// <param name="Read">Its typed parser.</param>
public sealed record Robot(string Key, string Title, string Note, int? Names, string Wants, Func<string, RobotReading> Read)
{
    public const string Header = "Client-Id";

    public static readonly IReadOnlyList<Robot> All =
    [
        new("old-app", "Old app", "asks for version 1", 1, "\"name\": \"…\"", body => RobotReading.Of<OldAppUser>(body, user => user.Name)),
        new("web", "Web", "asks for version 2", 2, "\"name\": {…}", body => RobotReading.Of<WebUser>(body, user => $"{user.Name.First} {user.Name.Last}")),
        new("script", "Nightly script", "names no version", null, "\"name\": \"…\"", body => RobotReading.Of<ScriptUser>(body, user => user.Name)),
    ];

    /// <summary>The robot that a request says it is from, or null.</summary>
    public static Robot? Of(RequestReceived request) => All.FirstOrDefault(robot => robot.Key == ClientOf(request));

    /// <summary>What a request calls its sender; null where it says nothing.</summary>
    public static string? ClientOf(RequestReceived request) =>
        request.Headers.FirstOrDefault(h => h.Name.Equals(Header, StringComparison.OrdinalIgnoreCase))?.Value;

    public RobotReading ReadAnswer(ResponseSent answer) =>
        answer.Status is >= 200 and < 300 ? Read(answer.ResponseBody.Text ?? "") : RobotReading.Refused(answer.Status);
}

/// <summary>How a robot does, by its last answer.</summary>
/// <param name="Reading">Null before the first.</param>
/// <param name="Got">The version of that answer, as its <c>API-Version</c> names it; null where it names none.</param>
/// <param name="Exchange">The exchange's number in the wire.</param>
public sealed record RobotState(Robot Robot, RobotReading? Reading, string? Got, long Exchange)
{
    public bool Broken => Reading is { Understood: false };
}
