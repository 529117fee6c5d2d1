using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.ApiDocumentation;

/// <summary>The lab's texts.</summary>
internal static class ApiDocumentationLesson
{
    public static readonly Lesson Lesson = new()
    {
        Prediction = new(
            "This file is valid OpenAPI. How many of its seven operations can a client call with it alone?",
            [
                new("7", "Valid means that the text has the form of an OpenAPI document. It says nothing about whether what stands there is enough, or true."),
                new("5", "The two that look worst are a vague name and a missing chapter, and those a robot does not mind."),
                new("3", "", IsRight: true),
                new("0", "A stranger gets along with an ugly document. Only what is missing or false stops it."),
            ],
            "A header nobody mentioned, a body nobody described and a parameter without its values each stop a stranger; a schema that lies lets the call pass and breaks the client behind it. Names and chapters are manners."),
        Next = "Press “Send in the stranger”; what it could call appears under Result.",
        Unit = "of 7 operations called, by the first stranger of this run",
        Awaited = "Your prediction will stand here beside what the first stranger could call.",
        Interview = new(
            "I treat the document as a contract that is tested: it is generated beside the code, linted, and then tried by a client that knows nothing else, so that every operation is called with what the document says and every reply is held against its schema.",
            "Writing the contract first gives a better design and costs discipline; generating it keeps it near the code and publishes every accident as a promise. Either way the comparison with the running API is what makes it true.",
            "What would you check before you change a published API?",
            "The difference between the two documents: a removed or retyped member, a new required input or a narrower list of values breaks a client, a new optional one does not.",
            "“It is generated, so it is right.” A generator writes what it sees; the header that a handler reads by hand it does not see."),
        Folder = "ApiDocumentation",
        Files = ["StrangersRequest.cs", "Lint.cs", "BreakingChanges.cs", "ApiText.cs"],
        BugHunt = new(
            "An operation as it is often documented.",
            """
            /orders:
              post:
                summary: Create order
                requestBody:
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Order' }
                responses:
                  '200':
                    description: OK
                    content:
                      application/json:
                        schema:
                          properties:
                            total: { type: number, example: 19.99 }
            """,
            [
                new(2, "No operationId: every generator invents another name for it, and renames it when the path changes."),
                new(4, "The body is not marked required, has no example, and is the same Order that answers give, with an id and a total that nobody may send."),
                new(8, "Only success is documented. 401, 409 and 422 are what a client has to be written for."),
                new(9, "A resource was made: that is 201 with Location, and the document promises neither."),
                new(15, "Money as a floating number. Cents as integers, or a string with a stated form."),
            ]),
        Missions = ApiDocumentationMissions.All,
        Terminal = "curl -s '{api}/openapi.flawed.json' | jq '{document: .}' | curl -s -X POST {api}/documents/stranger -H 'Content-Type: application/json' -d @-",
    };
}
