namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>Eight features to sort, in the words of a shop; which is which is not said here but played.</summary>
/// <param name="Key">As the trials name it.</param>
/// <param name="Situation">What happens when an old answer is given.</param>
/// <param name="Why">What the trial shows, in a sentence.</param>
internal sealed record FeatureCard(string Key, string Title, string Situation, string Why)
{
    public static readonly IReadOnlyList<FeatureCard> All =
    [
        new("balance", "Account balance", "Two cards draw on one account within two seconds.", "The second card decides by what it reads, and it is another client: nobody’s token helps it."),
        new("cart", "Shopping cart", "You add a lamp and look into the cart.", "Only you mind, and only about your own changes: a session token is enough. Large shops keep carts eventually consistent and merge them."),
        new("likes", "Like count", "A post has 1,204 likes; you see 1,199.", "Nobody decides by it, and a second later it is right."),
        new("photo", "Profile photo", "Others see your old picture for a moment.", "Old and right are equally useful here for a minute."),
        new("stock", "Items in stock", "The last lamp, and two buyers.", "Who reads “1 left” buys. A strong read alone is not all of it: the purchase itself must be conditional, or two fresh reads still sell it twice."),
        new("reviews", "Product reviews", "A new review appears a little later.", "A minute is nothing in the life of a review."),
        new("login", "Password change", "The thief still has the old session.", "It must end on every node before the change is answered: the thief carries no token of yours."),
        new("search", "Search results", "A new product is not found at once.", "Indexes are behind by design; half a minute harms nobody."),
    ];
}
