using Visualizer.DemoApi.Labs.JwtSecurity;

namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>A door and what it made of the last token it was shown.</summary>
/// <param name="Last">Null before the first.</param>
public sealed record DoorState(string Door, IReadOnlyList<DoorQuestion> Questions, DoorTried? Last)
{
    /// <summary>How a question was answered for the last token.</summary>
    public AnswerMark MarkOf(DoorQuestion question) =>
        Last is null ? AnswerMark.NotAsked
        : Last.Failed == question.Name ? AnswerMark.Wrong
        : Last.Passed.Contains(question.Name) ? AnswerMark.Well
        : AnswerMark.NotAsked;

    /// <summary>Its name for people: what it does with a token.</summary>
    public string Title => Door switch
    {
        DoorQuestions.DecodeOnly => "decode only",
        DoorQuestions.TrustsAlg => "trusts alg",
        DoorQuestions.NoAudience => "no audience",
        _ => "strict",
    };

    /// <summary>The same in up to six characters.</summary>
    public string Short => Door switch
    {
        DoorQuestions.DecodeOnly => "decode",
        DoorQuestions.TrustsAlg => "alg",
        DoorQuestions.NoAudience => "no aud",
        _ => "strict",
    };

    /// <summary>The whole list in one sentence, for ears.</summary>
    public string Words => Last switch
    {
        null => $"{Title}: {Count(Questions.Count)} on its list, no token shown yet",
        { Opened: true } => $"{Title}: open after {Count(Last.Passed.Count)}",
        _ => $"{Title}: shut, stopped at {Last.Failed} after {Count(Last.Passed.Count)}; {Count(Questions.Count - Last.Passed.Count - 1)} not asked",
    };

    private static string Count(int questions) => questions == 1 ? "1 question" : $"{questions} questions";
}

/// <summary>How one question was answered.</summary>
public enum AnswerMark
{
    NotAsked,
    Well,
    Wrong,
}
