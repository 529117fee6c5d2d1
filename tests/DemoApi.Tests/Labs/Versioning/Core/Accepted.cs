using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Labs.Versioning.Core;

namespace Visualizer.DemoApi.Tests.Labs.Versioning.Core;

/// <summary>One entry of Accept, and one of the many ways to write it.</summary>
internal sealed record Entry(MediaRange Range, string Text);

/// <summary>Accept headers around the media types that matter: wildcards, refusals, narrowed ranges, unknown versions, odd spelling.</summary>
internal sealed record Accepted(IReadOnlyList<Entry> Entries, string Separator)
{
    private static readonly string[] Types =
    [
        "*/*", "application/*", "application/json", "application/vnd.visualizer.v1+json", "application/vnd.visualizer.v2+json",
        "application/vnd.visualizer.v9+json", "text/*", "text/html",
    ];

    private static readonly (string Text, bool Narrows)[] Parameters = [("", false), (";charset=utf-8", false), ("; charset=\"UTF-8\"", false), (";profile=\"a,b;c\\\"\"", true)];

    public static Arbitrary<Accepted> Any => Arb.From(
        from entries in AnyEntry.ListOf()
        from separator in Gen.Elements(",", ", ", " ,\t", ",,", " , , ")
        select new Accepted([.. entries.Take(6)], separator));

    public string Text => string.Join(Separator, Entries.Select(entry => entry.Text));

    private static Gen<Entry> AnyEntry =>
        from type in Gen.Elements(Types)
        from upper in Gen.Elements(false, false, true)
        from parameter in Gen.Elements(Parameters)
        from weight in Gen.Elements(null, "0", "0.", "0.0", "0.001", "0.5", "0.50", "0.9", "1", "1.000")
        from space in Gen.Elements("", " ", "\t ")
        select new Entry(
            new MediaRange(type.Split('/')[0], type.Split('/')[1], parameter.Narrows, weight is null ? 1000 : (int)(1000 * decimal.Parse(weight))),
            $"{(upper ? type.ToUpperInvariant() : type)}{parameter.Text}{(weight is null ? "" : $"{space};{space}q={weight}")}");

    public override string ToString() => Text;
}
