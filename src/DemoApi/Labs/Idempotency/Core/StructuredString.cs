using System.Text.RegularExpressions;

namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>
/// A structured field that is an Item with a String in it (RFC 9651 §3.3.3): <c>"abc"</c>. Parameters may follow, <c>"abc";x=1</c>;
/// they must be well-formed, and mean nothing here.
/// </summary>
internal static class StructuredString
{
    private const string Quoted = @"""(?:[ !#-\[\]-~]|\\[""\\])*"""; // printable ASCII; a backslash escapes a quote or itself, nothing else
    private const string Number = @"-?(?:[0-9]{1,12}\.[0-9]{1,3}|[0-9]{1,15})";
    private const string Token = "[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*";
    private const string Bytes = ":[A-Za-z0-9+/]*={0,2}:";
    private const string Boolean = @"\?[01]";
    private const string Date = "@-?[0-9]{1,15}";
    private const string Display = @"%""(?:[ !#$&-~]|%[0-9a-f]{2})*""";
    private const string Value = $"{Number}|{Quoted}|{Token}|{Bytes}|{Boolean}|{Date}|{Display}";

    // Without backtracking: linear in the length of a header that anybody may send.
    private static readonly Regex Item =
        new($@"^(?<text>{Quoted})(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:{Value}))?)*\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Escape = new(@"\\(?<of>.)", RegexOptions.NonBacktracking);

    /// <summary>The string's text, its escapes resolved; null where the field is anything else.</summary>
    public static string? Parse(string field)
    {
        var item = Item.Match(field.Trim(' '));
        return item.Success ? Escape.Replace(item.Groups["text"].Value[1..^1], "${of}") : null;
    }
}
