using System.Text.Json.Nodes;

namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>
/// The algorithm of RFC 7396 §2: members that are named replace, null removes, lists are replaced whole. It says how things shall be,
/// not what to do to them, so applying it twice is applying it once.
/// </summary>
internal static class JsonMergePatch
{
    /// <summary>The target as the patch wants it; neither of the two is changed.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var result = target is JsonObject known ? (JsonObject)known.DeepClone() : [];
        foreach (var (name, value) in changes)
        {
            if (value is null)
                result.Remove(name);
            else
                result[name] = Apply(result[name], value);
        }

        return result;
    }
}
