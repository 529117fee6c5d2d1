using System.Text.Json;

namespace Visualizer.DemoApi.Labs.Versioning.Core;

/// <summary>One difference between what two versions answer, and whether it breaks a client of the older one.</summary>
/// <param name="Pointer">The place, as a JSON pointer: <c>/name</c>.</param>
internal sealed record ContractChange(string Pointer, bool Breaking, string Detail);

/// <summary>
/// Compares the answers of two versions by their kinds. A client that reads a member breaks when the member is gone or of another kind;
/// a new member is nothing to a client that ignores what it does not know.
/// </summary>
internal static class ContractDiff
{
    public static IReadOnlyList<ContractChange> Between(JsonElement older, JsonElement newer)
    {
        var changes = new List<ContractChange>();
        Compare("", older, newer, changes);
        return changes;
    }

    private static void Compare(string pointer, JsonElement older, JsonElement newer, List<ContractChange> changes)
    {
        if (KindOf(older) != KindOf(newer))
        {
            changes.Add(new(pointer, true, $"was {KindOf(older)}, is {KindOf(newer)}"));
            return; // below a new kind nothing can be compared
        }

        if (older.ValueKind is not JsonValueKind.Object)
            return;
        foreach (var member in older.EnumerateObject())
        {
            if (newer.TryGetProperty(member.Name, out var still))
                Compare($"{pointer}/{Escape(member.Name)}", member.Value, still, changes);
            else
                changes.Add(new($"{pointer}/{Escape(member.Name)}", true, "is gone"));
        }

        changes.AddRange(newer.EnumerateObject().Where(member => !older.TryGetProperty(member.Name, out _))
            .Select(member => new ContractChange($"{pointer}/{Escape(member.Name)}", false, $"is new, {KindOf(member.Value)}")));
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    /// <summary>RFC 6901 §3.</summary>
    private static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");
}
