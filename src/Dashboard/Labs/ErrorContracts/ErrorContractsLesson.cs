using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.ErrorContracts;

/// <summary>The lab's texts.</summary>
internal static class ErrorContractsLesson
{
    public static readonly Prediction Prediction = new(
        "No token, an unknown id and an invalid body together. Which status?",
        [
            new("404", "Then anybody could find out which ids exist, by asking without a token. Who is asking comes before what is asked for."),
            new("401", "", IsRight: true),
            new("422", "To judge the body the server would have to read it, for somebody it does not know. Dear questions come last."),
            new("400", "400 is not the sum of all mistakes: it says that the request could not be read, and this one never was looked at so closely."),
        ],
        "A status says at which gate the request was stopped, not what is worst about it. The gates stand in one order, cheap ones and those that protect first, and what comes behind a shut one is never looked at.");

    /// <summary>What is wrong on purpose.</summary>
    public static readonly IReadOnlyList<string> WrongFiles = ["MessyShapes.cs"];

    public static Lesson Lesson { get; } = new()
    {
        Prediction = Prediction,
        Next = "Press “Mend step by step”: a request with these three faults, and then again with whatever the answer complained of mended. The first status appears under Result.",
        Unit = "status of the request with all three",
        Awaited = "Your prediction will stand here beside what the API really answered. Press “Mend step by step”, or send the three faults yourself.",
        Interview = new(
            "400: I could not read it. 422: I read it, and it breaks a rule; I list every violation at once. 409: it is fine by itself, but clashes with what is there now, which only the database’s constraint can tell. Before all of them come 404 for the route, 401 for who you are, 403 for what you may, and 429.",
            "A fixed order keeps secrets and saves work, and it costs round trips: a client with three mistakes learns of them one gate at a time. So the last gate makes up for it and tells all violations together.",
            "When would you answer 404 although the right answer is 403?",
            "When even that a thing exists is a secret, as with somebody else’s repository (RFC 9110 §15.5.4). Then the two must look alike in every word, header and, as far as one can, in time.",
            "“500, because something went wrong.” 500 says that it is our fault, wakes somebody at night and makes clients try again. A mistake of the client is 4xx; a bug is 500, tells nothing but a trace id, and the rest goes into the log."),
        Folder = "ErrorContracts",
        Files = ["Gates.cs", "GateWalk.cs", "Gate.cs", "Quota.cs"],
        BugHunt = ErrorContractsBugHunt.Hunt,
        Missions = ErrorContractsMissions.All,
        Terminal = "curl -i -X PUT {api}/admin/users/4711 -d '{}'",
    };
}
