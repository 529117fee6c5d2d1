using Visualizer.DemoApi.Data;

namespace Visualizer.DemoApi.Labs.HttpCaching;

/// <summary>Writes products; the caller holds <see cref="HttpCachingState.Telling"/>.</summary>
internal static class Products
{
    /// <summary>Replaces a product as a whole, or creates it. From then on the description is what was sent, not a story.</summary>
    public static Data.Product Write(ShopContext shop, Data.Product? product, long id, ProductChange change, DateTimeOffset now)
    {
        if (product is null)
            shop.Add(product = new Data.Product { Id = id, Name = "", Description = "", Version = 0 });
        (product.Name, product.Description, product.PriceCents, product.Story) = (change.Name!, change.Description!, change.PriceCents!.Value, 0);
        return Save(shop, product, now);
    }

    /// <summary>Changes the price alone.</summary>
    public static Data.Product Write(ShopContext shop, Data.Product product, long priceCents, DateTimeOffset now)
    {
        product.PriceCents = priceCents;
        return Save(shop, product, now);
    }

    private static Data.Product Save(ShopContext shop, Data.Product product, DateTimeOffset now)
    {
        product.Version++;
        product.ModifiedAt = now;
        shop.SaveChanges();
        return product;
    }
}
