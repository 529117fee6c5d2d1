using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Visualizer.Dashboard.Components.Layout;

namespace Visualizer.Dashboard.Tests.Components;

public sealed class TopBarTests : BunitContext
{
    [Fact]
    public void TopBar_InASandbox_OffersItsAddress()
    {
        Services.AddSingleton<NavigationManager>(new At("https://lab.example/s/k7m2q9xd4rtp8/", "labs/rate-limiting?limit=5"));

        var bar = Render<TopBar>();

        Assert.Equal("https://lab.example/s/k7m2q9xd4rtp8/api", bar.Find("[data-copy]").GetAttribute("data-copy"));
        Assert.Contains("k7m2-q9xd-4rtp-8", bar.Find("[data-copy]").TextContent, StringComparison.Ordinal);
        Assert.Equal("4Rate limiting", bar.Find("[aria-current=page]").TextContent);
    }

    [Fact]
    public void TopBar_OutsideASandbox_HasNoAddressAndNoKeys()
    {
        Services.AddSingleton<NavigationManager>(new At("https://lab.example/", "problems"));

        Assert.Empty(Render<TopBar>().FindAll("[data-copy], keys-switch, [aria-current]"));
    }

    private sealed class At : NavigationManager
    {
        public At(string baseUri, string path) => Initialize(baseUri, baseUri + path);
    }
}
