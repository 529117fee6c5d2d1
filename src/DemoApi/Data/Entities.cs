namespace Visualizer.DemoApi.Data;

/// <summary>One row of the list that the pagination lab walks.</summary>
internal sealed class Item
{
    public long Id { get; set; }
    public required string Name { get; set; }
    public required string Category { get; set; }
    public long PriceCents { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Something the shop sells.</summary>
internal sealed class Product
{
    public long Id { get; set; }
    public required string Name { get; set; }
    public required string Description { get; set; }
    public long PriceCents { get; set; }

    /// <summary>Where not 0, the description goes on with the story of this number (<see cref="ProductStory"/>), which no database has to hold.</summary>
    public long Story { get; set; }

    /// <summary>Counts changes: 1 when new.</summary>
    public long Version { get; set; } = 1;

    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>A customer of the shop; e-mail addresses and usernames are unique without regard to case.</summary>
internal sealed class User
{
    public long Id { get; set; }
    public required string Email { get; set; }
    public required string Username { get; set; }
    public required string FirstName { get; set; }
    public required string LastName { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>An order, with the product it was placed for and its lines.</summary>
internal sealed class Order
{
    public long Id { get; set; }

    /// <summary>The customer; null where the shop does not know who bought.</summary>
    public long? UserId { get; set; }

    public long ProductId { get; set; }
    public long Quantity { get; set; }
    public string? Note { get; set; }
    public List<string> Tags { get; set; } = [];
    public required string Status { get; set; }
    public long TotalCents { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public List<OrderLine> Lines { get; } = [];
}

/// <summary>One line of an order, at the price of that day.</summary>
internal sealed class OrderLine
{
    public long Id { get; set; }
    public long OrderId { get; set; }
    public long ProductId { get; set; }
    public long Quantity { get; set; }
    public long PriceCents { get; set; }
}

/// <summary>A parcel that an order left the house in.</summary>
internal sealed class Parcel
{
    public long Id { get; set; }
    public long OrderId { get; set; }
    public required string Carrier { get; set; }

    /// <summary>Its weight.</summary>
    public long Grams { get; set; }
}

/// <summary>An idempotency key that was used: who holds it, what was asked with it, and the answer once there is one.</summary>
internal sealed class UsedKey
{
    // Together these four are the primary key: two attempts with one key cannot both be there.
    public required string Subject { get; set; }
    public required string Method { get; set; }
    public required string Route { get; set; }
    public required string Key { get; set; }

    public required string Fingerprint { get; set; }

    /// <summary>Which attempt holds the key while there is no answer, and until when it is believed to live.</summary>
    public required string Attempt { get; set; }
    public DateTimeOffset LeaseUntil { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The stored answer; status 0 is none yet.</summary>
    public int Status { get; set; }
    public required string Headers { get; set; }
    public required byte[] Body { get; set; }
}
