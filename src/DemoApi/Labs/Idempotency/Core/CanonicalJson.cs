using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Visualizer.DemoApi.Labs.Idempotency.Core;

/// <summary>
/// One spelling for each JSON value: members in the order of their names, no white space, characters unescaped, numbers by their value.
/// Two texts that mean the same become the same text, and only those.
/// </summary>
internal static class CanonicalJson
{
    public static string Of(JsonElement json)
    {
        var text = new StringBuilder();
        Write(json, text);
        return text.ToString();
    }

    private static void Write(JsonElement json, StringBuilder text)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                WriteAll('{', json.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal), '}', text, member =>
                {
                    text.Append(JsonSerializer.Serialize(member.Name)).Append(':');
                    Write(member.Value, text);
                });
                break;
            case JsonValueKind.Array:
                WriteAll('[', json.EnumerateArray(), ']', text, item => Write(item, text));
                break;
            case JsonValueKind.String:
                text.Append(JsonSerializer.Serialize(json.GetString()));
                break;
            case JsonValueKind.Number:
                text.Append(Number(json.GetRawText()));
                break;
            default:
                text.Append(json.GetRawText()); // true, false, null
                break;
        }
    }

    private static void WriteAll<T>(char open, IEnumerable<T> parts, char close, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        foreach (var (index, part) in parts.Index())
        {
            if (index > 0)
                text.Append(',');
            write(part);
        }

        text.Append(close);
    }

    // 2, 2.0 and 20e-1 are one number. By its digits: as a double, 9007199254740993 would be taken for its neighbour.
    private static string Number(string raw)
    {
        var e = raw.IndexOfAny(['e', 'E']);
        var (mantissa, exponent) = e < 0 ? (raw, BigInteger.Zero) : (raw[..e], BigInteger.Parse(raw.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        var point = mantissa.IndexOf('.');
        if (point >= 0)
            exponent -= mantissa.Length - point - 1;

        var digits = mantissa.Replace(".", "").TrimStart('-').TrimStart('0');
        var significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length;
        var sign = mantissa.StartsWith('-') ? "-" : "";
        return significant.Length == 0 ? "0" : $"{sign}{significant}e{exponent}";
    }
}
