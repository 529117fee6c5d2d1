using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace Visualizer.Dashboard.Components;

/// <summary>The import map with absolute keys: <c>/js/theme.js</c> to its fingerprinted twin. The framework's own map is relative to the base, which a sandbox moves.</summary>
internal static class AssetImportMap
{
    public static string Json(ResourceAssetCollection assets)
    {
        var imports = assets
            .Select(asset => (Asset: asset, Label: asset.Properties?.FirstOrDefault(p => p.Name == "label")?.Value))
            .Where(pair => pair.Label is not null && pair.Label.StartsWith("js/", StringComparison.Ordinal) && pair.Label.EndsWith(".js", StringComparison.Ordinal))
            .OrderBy(pair => pair.Label, StringComparer.Ordinal)
            .ToDictionary(pair => $"/{pair.Label}", pair => $"/{pair.Asset.Url}", StringComparer.Ordinal);
        return JsonSerializer.Serialize(new { imports });
    }
}
