using System.Text.Json;
using System.Text.RegularExpressions;
using Bunit;
using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Components;
using Visualizer.Dashboard.Tests.Look;

namespace Visualizer.Dashboard.Tests.Components;

public sealed partial class DocumentTests : BunitContext
{
    [Fact]
    public void ImportMap_Scripts_GoFromAbsoluteAddressToFingerprint()
    {
        var assets = new ResourceAssetCollection(
        [
            new("js/theme.abc123.js", [new("label", "js/theme.js")]),
            new("css/base.abc123.css", [new("label", "css/base.css")]),
            new("js/plain.js", []),
        ]);

        var imports = JsonDocument.Parse(AssetImportMap.Json(assets)).RootElement.GetProperty("imports");

        Assert.Equal("/js/theme.abc123.js", Assert.Single(imports.EnumerateObject(), p => p.Name == "/js/theme.js").Value.GetString());
        Assert.Single(imports.EnumerateObject());
    }

    [Fact]
    public void ReconnectBanner_EveryStateOfItsScript_HasASentence()
    {
        var states = Shown().Matches(Repository.Read("wwwroot-assets/js/reconnect.js")).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Where(state => state != "up");

        var banner = Render<ReconnectBanner>();

        Assert.Equal(states.Order(StringComparer.Ordinal), banner.FindAll("p[data-when]").Select(p => p.GetAttribute("data-when")!).Order(StringComparer.Ordinal));
        Assert.All(banner.FindAll("[data-when]"), part => Assert.True(part.HasAttribute("hidden")));
    }

    [GeneratedRegex(@"show\('(\w+)'\)")]
    private static partial Regex Shown();
}
