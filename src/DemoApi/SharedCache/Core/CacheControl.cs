using System.Globalization;

namespace Visualizer.DemoApi.SharedCache.Core;

/// <summary>
/// The directives of a <c>Cache-Control</c> field (RFC 9111 §5.2), of a request or of a response. Of a directive given twice the
/// first counts; what nobody knows is passed over.
/// </summary>
internal sealed class CacheControl
{
    /// <summary>As long as a cache remembers: larger numbers mean this one (§1.2.2).</summary>
    public const long Forever = 1L << 31;

    private static readonly string[] CountSeconds =
        ["max-age", "s-maxage", "stale-while-revalidate", "stale-if-error", "max-stale", "min-fresh"];

    private readonly Dictionary<string, string?> _directives = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What cannot be read, in words, or null. A cache reads on; whoever writes the field should know.</summary>
    public string? Fault { get; private set; }

    public bool NoStore => Has("no-store");

    /// <summary>Keep it, but ask before every use. The name misleads: what must not be kept is <see cref="NoStore"/>.</summary>
    public bool NoCache => Has("no-cache");

    public bool Private => Has("private");

    public bool Public => Has("public");

    public bool OnlyIfCached => Has("only-if-cached");

    /// <summary>Never to be served stale, whatever happens.</summary>
    public bool MustRevalidate => Has("must-revalidate");

    /// <summary>The same for shared caches alone; <c>s-maxage</c> implies it (§5.2.2.10).</summary>
    public bool ProxyRevalidate => Has("proxy-revalidate") || SharedMaxAge is not null;

    public long? MaxAge => Seconds("max-age");

    public long? SharedMaxAge => Seconds("s-maxage");

    /// <summary>RFC 5861 §3: so long after it went stale it may still be served, while the cache asks anew behind the scenes.</summary>
    public long StaleWhileRevalidate => Seconds("stale-while-revalidate") ?? 0;

    /// <summary>RFC 5861 §4: so long after it went stale it is better than an error.</summary>
    public long StaleIfError => Seconds("stale-if-error") ?? 0;

    public static CacheControl Parse(string? field)
    {
        var read = new CacheControl();
        for (var rest = field.AsSpan().Trim(", \t"); !rest.IsEmpty; rest = rest.TrimStart(", \t"))
            rest = read.ReadDirective(rest);
        foreach (var name in CountSeconds)
        {
            if (read._directives.TryGetValue(name, out var value) && !IsNumber(value) && (name, value) is not ("max-stale", null))
                read.Fault ??= $"{name} needs a whole number of seconds, such as {name}=60";
        }

        return read;
    }

    private bool Has(string directive) => _directives.ContainsKey(directive);

    // A number that cannot be read makes the response stale, not fresh forever (§4.2.1).
    private long? Seconds(string directive) =>
        !_directives.TryGetValue(directive, out var value) ? null
        : !IsNumber(value) ? 0
        : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Min(seconds, Forever)
        : Forever;

    private static bool IsNumber(string? value) => value is { Length: > 0 } && !value.AsSpan().ContainsAnyExceptInRange('0', '9');

    // directive = token [ "=" ( token / quoted-string ) ]; answers what is left behind it.
    private ReadOnlySpan<char> ReadDirective(ReadOnlySpan<char> text)
    {
        var (name, value) = (TokenLength(text), 0);
        var hasValue = name > 0 && text[name..] is ['=', ..];
        if (hasValue)
            value = text[(name + 1)..] is ['"', ..] ? QuotedLength(text[(name + 1)..]) : TokenLength(text[(name + 1)..]);
        var end = hasValue ? name + 1 + value : name;
        if (name == 0 || (hasValue && value == 0) || text[end..].TrimStart(" \t") is not ([] or [',', ..]))
        {
            var comma = text.IndexOf(',');
            Fault ??= $"'{text[..(comma < 0 ? text.Length : comma)]}' is no directive";
            return comma < 0 ? [] : text[comma..];
        }

        _directives.TryAdd(text[..name].ToString(), hasValue ? text[(name + 1)..end].Trim('"').ToString() : null);
        return text[end..];
    }

    private static int TokenLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || "!#$%&'*+-.^_`|~".Contains(text[length])))
            length++;
        return length;
    }

    private static int QuotedLength(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
                return i + 1;
            if (text[i] == '\\')
                i++;
        }

        return 0;
    }
}
