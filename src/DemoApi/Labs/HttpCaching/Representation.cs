using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Visualizer.DemoApi.Data;
using Visualizer.DemoApi.Labs.HttpCaching.Core;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>A product as it goes over the wire: its bytes, the names of this state, and what caches are told about it.</summary>
internal sealed record Representation(long Id, long Version, byte[] Body, Validators Validators, CachingSettings Settings)
{
    public static Representation Of(Data.Product product, CachingSettings settings)
    {
        var story = product.Story == 0 ? "" : ProductStory.Of(product.Story);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Product(product.Id, product.Name, product.Description + story, product.PriceCents, product.Version), WireJson.Options);
        var opaque = Fingerprint.Of(body, product.Version);
        EntityTag? tag = settings.Etag switch
        {
            EtagKinds.Strong => EntityTag.Strong(opaque),
            EtagKinds.Weak => EntityTag.Weak(opaque),
            _ => null,
        };
        return new(product.Id, product.Version, body, new Validators(tag, product.ModifiedAt), settings);
    }

    public string? Etag => Validators.ETag?.ToString();

    /// <summary>What names this state. A date later than the message's own must not be sent (RFC 9110 §8.8.2.1), and sandbox time may be ahead of it.</summary>
    public void WriteValidators(IHeaderDictionary headers, DateTimeOffset realNow)
    {
        headers.ETag = Etag;
        var (modified, latest) = (Validators.LastModifiedSecond!.Value, realNow.AddSeconds(-1)); // the server's Date lags by up to a second
        headers.LastModified = (modified < latest ? modified : latest).ToString("r");
    }

    /// <summary>What caches may do with it: the same fields with 200 and with 304 (RFC 9110 §15.4.5).</summary>
    public void WriteCaching(IHeaderDictionary headers)
    {
        headers.CacheControl = Settings.CacheControl is { Length: > 0 } said ? said : default;
        if (Settings.Vary is true)
            headers.Vary = "Accept-Encoding";
    }
}
