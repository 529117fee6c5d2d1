namespace Visualizer.DemoApi.Data;

/// <summary>The shop's first stock: the same seed and start give the same rows, byte for byte. Ids run from 1 without gaps.</summary>
internal static class ShopSeed
{
    public const int Items = 100;
    public const int Products = 100;
    public const int Users = 100;
    public const int Orders = 200;

    /// <summary>What product 1, the ticket, costs: 20.00.</summary>
    public const long TicketCents = 2_000;

    private static readonly string[] First =
        ["Alice", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Grace", "Hana", "Ivo", "Jamila"];

    private static readonly string[] Last =
        ["Smith", "Okafor", "Tanaka", "Novak", "Silva", "Haddad", "Larsen", "Petrov", "Moreau", "Quispe"];

    public static readonly string[] Categories = ["books", "garden", "kitchen", "music", "office"];
    private static readonly string[] Traits = ["Quiet", "Bright", "Folding", "Sturdy", "Little", "Copper", "Woven", "Northern", "Spare", "Patient"];
    private static readonly string[] Things = ["lamp", "kettle", "notebook", "shelf", "radio", "basket", "clock", "chair", "teapot", "ladder"];
    private static readonly string[] Carriers = ["North Post", "Brisk Bikes", "Canal Cargo"];
    private static readonly string[] Status = ["placed", "paid", "shipped"];

    public static void Fill(ShopContext shop, int seed, DateTimeOffset start)
    {
        var random = new Random(seed); // seeded: the algorithm is fixed by .NET's compatibility promise
        var products = Each(Products, i => new Product
        {
            Id = i,
            Name = NameOf(i),
            Description = $"A {NameOf(i).ToLowerInvariant()} from the {Pick(random, Categories)} shelf.",
            PriceCents = random.Next(2, 100) * 50,
            Story = (seed * 1_000L) + i,
            ModifiedAt = start.AddDays(i - Products - 1),
        });
        (products[0].Name, products[0].Description, products[0].PriceCents) = ("Concert ticket", "One seat, Friday night.", TicketCents);
        shop.AddRange(products);
        shop.AddRange(Each(Items, i => new Item
        {
            Id = i,
            Name = NameOf(i + random.Next(Traits.Length)),
            Category = Pick(random, Categories),
            PriceCents = random.Next(2, 100) * 50,
            CreatedAt = start.AddMinutes(i - Items - 1),
        }));
        shop.AddRange(Each(Users, i => UserOf(i, start)));
        shop.AddRange(Each(Orders, i => OrderOf(i, random, products, start)));
        shop.AddRange(ParcelsOf(new Random(seed + 1))); // a series of its own: the other rows do not depend on it
        shop.SaveChanges();
    }

    private static User UserOf(int i, DateTimeOffset start)
    {
        var (first, last) = (First[(i - 1) % 10], Last[((i - 1) / 10 + i - 1) % 10]);
        var username = $"{first}{last}".ToLowerInvariant();
        return new User
        {
            Id = i,
            FirstName = first,
            LastName = last,
            Username = username,
            Email = $"{first}.{last}@example.com".ToLowerInvariant(),
            CreatedAt = start.AddDays(i - Users - 1),
        };
    }

    private static Order OrderOf(int i, Random random, List<Product> products, DateTimeOffset start)
    {
        var order = new Order
        {
            Id = i,
            UserId = ((i - 1) % Users) + 1, // the first orders all come from different customers
            ProductId = random.Next(1, Products + 1),
            Quantity = random.Next(1, 4),
            Status = Pick(random, Status),
            CreatedAt = start.AddMinutes(10 * (i - Orders - 1)),
        };
        order.Lines.Add(LineOf(order.ProductId, order.Quantity));
        for (var extra = random.Next(0, 3); extra > 0; extra--)
            order.Lines.Add(LineOf(random.Next(1, Products + 1), random.Next(1, 3)));
        order.TotalCents = order.Lines.Sum(l => l.Quantity * l.PriceCents);
        return order;

        OrderLine LineOf(long product, long quantity) =>
            new() { ProductId = product, Quantity = quantity, PriceCents = products[(int)product - 1].PriceCents };
    }

    private static IEnumerable<Parcel> ParcelsOf(Random random)
    {
        for (var order = 1; order <= Orders; order++)
        {
            // So many that lines times parcels are more rows than lines and parcels: else the JOIN over both would look like the best of all.
            for (var parcels = random.Next(4, 11); parcels > 0; parcels--)
                yield return new Parcel { OrderId = order, Carrier = Pick(random, Carriers), Grams = random.Next(1, 60) * 50 };
        }
    }

    public static string NameOf(int i) => $"{Traits[i % Traits.Length]} {Things[i / Traits.Length % Things.Length]}";

    public static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static List<T> Each<T>(int count, Func<int, T> make) => [.. Enumerable.Range(1, count).Select(make)];
}
