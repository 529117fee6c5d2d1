using System.Text;

namespace Visualizer.DemoApi.Data;

/// <summary>A long text told from a number: the same number, the same text, on every machine. It makes a product's body worth not sending twice.</summary>
internal static class ProductStory
{
    /// <summary>Characters, at least; all of them ASCII, so bytes too.</summary>
    public const int Length = 40_000;

    private static readonly string[] Who = ["The maker", "A neighbour", "The shopkeeper", "Somebody's aunt", "The night porter", "A patient child", "The carpenter", "An old sailor"];
    private static readonly string[] Did = ["mended it", "carried it upstairs", "lent it out", "painted it blue", "forgot it on a train", "won it in a raffle", "polished it", "wrapped it in paper"];
    private static readonly string[] When = ["in the first winter", "on a market day", "before breakfast", "after the flood", "one Sunday", "when the lights went out", "between two trains", "at the end of the fair"];
    private static readonly string[] Why = ["because nobody else would", "and never said so", "for the price of a coffee", "as one does", "to see whether it held", "and was glad of it", "against all advice", "without a second thought"];

    public static string Of(long number)
    {
        var random = new Random((int)(number % int.MaxValue)); // seeded: the algorithm is fixed by .NET's compatibility promise
        var text = new StringBuilder(Length + 128);
        while (text.Length < Length)
            text.Append(' ').Append(Pick(Who)).Append(' ').Append(Pick(Did)).Append(' ').Append(Pick(When)).Append(' ').Append(Pick(Why)).Append('.');
        return text.ToString();

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
