using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Visualizer.DemoApi.Problems;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Documentation;

/// <summary>
/// What one call promises, said beside its route. Only what is particular to it is said here; what follows from its shape
/// (a body may be too large, an id unknown) is added by <see cref="SharedErrors"/>.
/// </summary>
public sealed class Operation(string id, string summary)
{
    internal sealed record Parameter(string Name, ParameterLocation In, string Description, Value Value, bool Required);

    internal sealed record Content(Type Type, string MediaType, JsonNode? Example);

    internal sealed record Answer(int Status, string Description, Content? Content, IReadOnlyList<string> Headers);

    internal sealed record Failure(ProblemType Type, string? Detail);

    internal string Id { get; } = id;

    internal string Summary { get; } = summary;

    internal string? Description { get; private set; }

    internal string? HeadId { get; private set; }

    internal bool? Token { get; private set; }

    internal bool BodyRequired { get; private set; }

    internal bool BodyErrorsOfItsOwn { get; private set; }

    internal List<Parameter> Parameters { get; } = [];

    internal List<Content> Bodies { get; } = [];

    internal List<Answer> Answers { get; } = [];

    internal List<Failure> Failures { get; } = [];

    /// <summary>What the summary leaves open, in Markdown.</summary>
    public Operation Says(string description)
    {
        Description = description;
        return this;
    }

    /// <summary>A part of the path. Not needed for <c>{id}</c>.</summary>
    public Operation Path(string name, string description, Value value) => With(new(name, ParameterLocation.Path, description, value, true));

    public Operation Query(string name, string description, Value value, bool required = false) =>
        With(new(name, ParameterLocation.Query, description, value, required));

    public Operation Header(string name, string description, Value value, bool required = false) =>
        With(new(name, ParameterLocation.Header, description, value, required));

    /// <summary>The body it reads, by example. Say it once for each media type.</summary>
    public Operation Body<T>(T example, string mediaType = MediaType.Json, bool required = true)
    {
        Bodies.Add(new(typeof(T), mediaType, JsonSerializer.SerializeToNode(example, WireJson.Options)));
        BodyRequired = required;
        return this;
    }

    /// <summary>
    /// A success with a body in <c>application/json</c>, by example; <paramref name="headers"/> are names out of <see cref="AnswerHeaders"/>.
    /// Said twice for one status, the bodies are alternatives.
    /// </summary>
    public Operation Gives<T>(int status, string description, T example, params IReadOnlyList<string> headers) =>
        GivesAs(MediaType.Json, status, description, example, headers);

    /// <summary>The same in another media type; several media types of one status are negotiated.</summary>
    public Operation GivesAs<T>(string mediaType, int status, string description, T example, params IReadOnlyList<string> headers)
    {
        Answers.Add(new(status, description, new(typeof(T), mediaType, JsonSerializer.SerializeToNode(example, WireJson.Options)), headers));
        return this;
    }

    /// <summary>A success without a body, such as 204 or 304.</summary>
    public Operation GivesNothing(int status, string description, params IReadOnlyList<string> headers)
    {
        Answers.Add(new(status, description, null, headers));
        return this;
    }

    /// <summary>Exempt from the one shape: what is wrong with body or id is told by answers given here, in shapes of their own.</summary>
    public Operation TellsBodyErrorsItself()
    {
        BodyErrorsOfItsOwn = true;
        return this;
    }

    public Operation Fails(params IReadOnlyList<ProblemType> types)
    {
        Failures.AddRange(types.Select(type => new Failure(type, null)));
        return this;
    }

    /// <summary>A failure whose example should say what it means for this very call.</summary>
    public Operation Fails(ProblemType type, string detail)
    {
        Failures.Add(new(type, detail));
        return this;
    }

    /// <summary>Without a valid access token 401; with <paramref name="role"/> also 403 for everyone else.</summary>
    public Operation NeedsToken(string? role = null)
    {
        Token = true;
        return role is null ? Fails(ProblemTypes.Unauthorized) : Fails(ProblemTypes.Unauthorized, ProblemTypes.Forbidden);
    }

    /// <summary>Works without a token, but knows whose it is.</summary>
    public Operation MayTakeToken()
    {
        Token = false;
        return this;
    }

    /// <summary>Publishes HEAD as a call of its own. HEAD works on every GET; this is for where it is the lesson.</summary>
    public Operation AlsoHead(string headId)
    {
        HeadId = headId;
        return this;
    }

    private Operation With(Parameter parameter)
    {
        Parameters.Add(parameter);
        return this;
    }
}
