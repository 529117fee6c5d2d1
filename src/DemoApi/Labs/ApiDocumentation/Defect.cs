namespace Visualizer.DemoApi.Labs.ApiDocumentation;

/// <summary>One thing that is wrong with the flawed document, on purpose.</summary>
/// <param name="Key">Its name in <c>?mend=</c>.</param>
/// <param name="Member">The member of the operation that is wrong; mending it puts the true one back.</param>
/// <param name="Words">What is wrong, in a learner's words.</param>
public sealed record Defect(string Key, string Method, string Path, string Member, string Words);

/// <summary>The flawed document's defects, in the order of its operations.</summary>
public static class Defects
{
    public static readonly Defect VagueId = new("vague-id", "get", "/items", "operationId", "GET /items is called get1");
    public static readonly Defect NoErrors = new("no-errors", "get", "/orders/{id}", "responses", "GET /orders/{id} documents no error");
    public static readonly Defect Untagged = new("untagged", "get", "/v2/users/{id}", "tags", "GET /v2/users/{id} stands in no chapter");
    public static readonly Defect NoExample = new("no-example", "post", "/items", "requestBody", "POST /items takes “an object”, without example");
    public static readonly Defect HiddenHeader = new("hidden-header", "post", "/orders", "parameters", "POST /orders hides its required Idempotency-Key");
    public static readonly Defect MissingConflict = new("missing-conflict", "post", "/orders", "responses", "POST /orders never mentions 409");
    public static readonly Defect WrongSchema = new("wrong-schema", "get", "/products/{id}", "responses", "GET /products/{id} promises a member that never comes");
    public static readonly Defect WrongParameter = new("wrong-parameter", "get", "/limits/{algorithm}", "parameters", "GET /limits/{algorithm} does not say which algorithms there are");

    public static readonly IReadOnlyList<Defect> All = [VagueId, NoErrors, Untagged, NoExample, HiddenHeader, MissingConflict, WrongSchema, WrongParameter];
}
